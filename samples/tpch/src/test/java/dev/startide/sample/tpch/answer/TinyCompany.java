package dev.startide.sample.tpch.answer;

import dev.startide.sample.tpch.CustomerChanged;
import dev.startide.sample.tpch.EventSet;
import dev.startide.sample.tpch.OrderLine;
import dev.startide.sample.tpch.OrderPlaced;
import dev.startide.sample.tpch.PartChanged;
import dev.startide.sample.tpch.SupplierChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A company small enough to work out its answers by hand.
final class TinyCompany {

    private TinyCompany() {}

    /// One customer orders before it is registered, while in France, and at the very instant of
    /// its move to Peru.
    static EventSet whereACustomerMovesToPeru() {
        return new EventSet(
                List.of(
                        customer(0, "FRANCE", "BUILDING", "16", "5.00", "1993-01-01T00:00:00Z"),
                        customer(1, "PERU", "MACHINERY", "27", "7.00", "1995-06-01T12:00:00Z")),
                List.of(new SupplierChanged(
                        1, 0, "s", "PERU", "AMERICA", BigDecimal.ZERO, Instant.parse("1992-01-01T00:00:00Z"))),
                List.of(new PartChanged(
                        1, 0, "p", "b", "m", "c", 1, "x", BigDecimal.TEN, Instant.parse("1992-01-01T00:00:00Z"))),
                List.of(
                        order(1, "10.00", "1992-03-01T10:00:00Z"),
                        order(2, "20.00", "1995-06-01T11:59:59.999999Z"),
                        order(3, "12.50", "1995-06-01T12:00:00Z")));
    }

    private static CustomerChanged customer(
            int change, String nation, String segment, String phone, String balance, String at) {
        return new CustomerChanged(
                1, change, "c", nation, "r", segment, new BigDecimal(balance), phone + "-1", Instant.parse(at));
    }

    private static OrderPlaced order(long id, String price, String placedAt) {
        Instant at = Instant.parse(placedAt);
        LocalDate day = LocalDate.parse(placedAt.substring(0, 10));
        OrderLine line = new OrderLine(
                1,
                1,
                1,
                2,
                new BigDecimal(price),
                new BigDecimal("0.05"),
                new BigDecimal("0.00"),
                "N",
                "O",
                day,
                day,
                day,
                "AIR",
                "NONE");
        return new OrderPlaced(id, 1, "O", day, "1-URGENT", "clerk", 0, at, new BigDecimal(price), List.of(line));
    }
}
