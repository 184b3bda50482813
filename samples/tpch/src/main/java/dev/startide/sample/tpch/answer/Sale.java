package dev.startide.sample.tpch.answer;

import dev.startide.sample.tpch.CustomerChanged;
import dev.startide.sample.tpch.OrderLine;
import dev.startide.sample.tpch.OrderPlaced;
import dev.startide.sample.tpch.PartChanged;
import dev.startide.sample.tpch.SupplierChanged;
import java.math.BigDecimal;

/// A line of an order with everything around it as it was when the order was placed.
///
/// @param partNow the part as it is today, for the attributes that keep no history
record Sale(
        OrderPlaced order,
        OrderLine line,
        CustomerChanged customer,
        SupplierChanged supplier,
        PartChanged part,
        PartChanged partNow) {

    int year() {
        return order.orderDate().getYear();
    }

    BigDecimal quantity() {
        return BigDecimal.valueOf(line.quantity());
    }

    BigDecimal revenue() {
        return line.extendedPrice().multiply(BigDecimal.ONE.subtract(line.discount()));
    }

    BigDecimal givenAway() {
        return line.extendedPrice().multiply(line.discount());
    }

    boolean isDiscountedBetween(String low, String high) {
        return line.discount().compareTo(new BigDecimal(low)) >= 0
                && line.discount().compareTo(new BigDecimal(high)) <= 0;
    }
}
