package dev.startide.sample.tpch;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer placed an order.
///
/// @param orderDate the day of `placedAt` in UTC
/// @param clerk who took the order; null before 1995, when the shop system did not ask
/// @param totalPrice of all lines after discount and with tax, with two decimals
/// @param lines at least one
public record OrderPlaced(
        long orderId,
        long customerId,
        String status,
        LocalDate orderDate,
        String priority,
        @Nullable String clerk,
        int shipPriority,
        Instant placedAt,
        BigDecimal totalPrice,
        List<OrderLine> lines)
        implements TpchEvent.Happened {

    public OrderPlaced {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Order %d has no lines".formatted(orderId));
        }
    }

    @Override
    public String id() {
        return "order-%d".formatted(orderId);
    }

    @Override
    public Instant occurredAt() {
        return placedAt;
    }
}
