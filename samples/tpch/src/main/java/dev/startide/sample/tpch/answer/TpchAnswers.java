package dev.startide.sample.tpch.answer;

import dev.startide.sample.tpch.CustomerChanged;
import dev.startide.sample.tpch.EventSet;
import dev.startide.sample.tpch.PartChanged;
import dev.startide.sample.tpch.SupplierChanged;
import java.util.List;
import java.util.stream.Stream;

/// The answers that a warehouse of these events must give, whatever the order of their arrival.
public final class TpchAnswers {

    private TpchAnswers() {}

    /// Computes all answers; takes about a second at scale 0.01.
    ///
    /// The meaning: an order looks at each member as it was when the order was placed. Before its
    /// first change a member was what the first change says. Changes at one instant are ordered
    /// by their identity. Nation, region and segment of customers, nation and region of
    /// suppliers, brand and retail price of parts keep a history; everything else of a member is
    /// as it is today.
    public static List<Answer> of(EventSet events) {
        History<CustomerChanged> customers = new History<>(events.customers());
        History<SupplierChanged> suppliers = new History<>(events.suppliers());
        History<PartChanged> parts = new History<>(events.parts());
        List<Sale> sales = sales(events, customers, suppliers, parts);
        return Stream.of(
                        new RevenueAnswers(sales).all(),
                        new OrderAnswers(events.orders(), customers).all(),
                        new MemberAnswers(customers, suppliers, parts, sales).all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Sale> sales(
            EventSet events,
            History<CustomerChanged> customers,
            History<SupplierChanged> suppliers,
            History<PartChanged> parts) {
        return events.orders().stream()
                .flatMap(order -> order.lines().stream()
                        .map(line -> new Sale(
                                order,
                                line,
                                customers.at(order.customerId(), order.placedAt()),
                                suppliers.at(line.supplierId(), order.placedAt()),
                                parts.at(line.partId(), order.placedAt()),
                                parts.now(line.partId()))))
                .toList();
    }
}
