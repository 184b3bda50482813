package dev.startide.sample.tpch.answer;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import dev.startide.sample.tpch.CustomerChanged;
import dev.startide.sample.tpch.OrderPlaced;
import java.util.List;

/// Answers about whole orders.
final class OrderAnswers {

    private final List<OrderPlaced> orders;
    private final History<CustomerChanged> customers;

    OrderAnswers(List<OrderPlaced> orders, History<CustomerChanged> customers) {
        this.orders = orders;
        this.customers = customers;
    }

    List<Answer> all() {
        return List.of(ordersBySegment(), ordersOfMovedCustomers(), ordersWithClerk());
    }

    private Answer ordersBySegment() {
        Totals totals = new Totals();
        orders.forEach(order -> totals.add(List.of(then(order).segment()), ONE, order.totalPrice()));
        return Answer.to("orders_by_segment", totals.rows());
    }

    private Answer ordersOfMovedCustomers() {
        Totals totals = new Totals();
        orders.stream()
                .filter(order -> !then(order)
                        .nation()
                        .equals(customers.now(order.customerId()).nation()))
                .forEach(order -> totals.add(List.of(then(order).nation()), ONE, order.totalPrice()));
        return Answer.to("orders_of_moved_customers", totals.rows());
    }

    private Answer ordersWithClerk() {
        Totals totals = new Totals();
        orders.forEach(order -> totals.add(
                List.of(order.orderDate().getYear(), order.priority()), ONE, order.clerk() == null ? ZERO : ONE));
        return Answer.to("orders_with_clerk", totals.rows());
    }

    private CustomerChanged then(OrderPlaced order) {
        return customers.at(order.customerId(), order.placedAt());
    }
}
