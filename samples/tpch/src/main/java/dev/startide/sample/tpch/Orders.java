package dev.startide.sample.tpch;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MICROS;

import io.trino.tpch.LineItem;
import io.trino.tpch.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Orders of TPC-H with their lines nested. TPC-H knows the day of an order; the time of day is
/// added here.
final class Orders {

    private static final Duration OPENING = Duration.ofHours(6);
    private static final LocalDate CLERKS_KNOWN_SINCE = LocalDate.of(1995, 1, 1);
    private static final int OPEN_SECONDS = 16 * 60 * 60;

    private Orders() {}

    static List<OrderPlaced> generate(TpchSettings settings) {
        List<OrderPlaced> orders = new ArrayList<>();
        Iterator<LineItem> items = TpchData.lines(settings.scale()).iterator();
        LineItem next = items.next();
        for (Order order : TpchData.orders(settings.scale())) {
            List<OrderLine> lines = new ArrayList<>();
            while (next != null && next.orderKey() == order.orderKey()) {
                lines.add(line(next));
                next = items.hasNext() ? items.next() : null;
            }
            orders.add(placed(order, lines, Chance.about("order", order.orderKey(), settings.seed())));
        }
        return orders;
    }

    private static OrderPlaced placed(Order order, List<OrderLine> lines, Chance chance) {
        LocalDate day = LocalDate.ofEpochDay(order.orderDate());
        return new OrderPlaced(
                order.orderKey(),
                order.customerKey(),
                String.valueOf(order.orderStatus()),
                day,
                order.orderPriority(),
                day.isBefore(CLERKS_KNOWN_SINCE) ? null : order.clerk(),
                order.shipPriority(),
                timeOf(day, chance),
                hundredths(order.totalPriceInCents()),
                lines);
    }

    private static Instant timeOf(LocalDate day, Chance chance) {
        return day.atStartOfDay(UTC)
                .toInstant()
                .plus(OPENING)
                .plusSeconds(chance.between(0, OPEN_SECONDS - 1))
                .plus(chance.between(0, 999_999), MICROS);
    }

    private static OrderLine line(LineItem item) {
        return new OrderLine(
                item.lineNumber(),
                item.partKey(),
                item.supplierKey(),
                Math.toIntExact(item.quantity()),
                hundredths(item.extendedPriceInCents()),
                hundredths(item.discountPercent()),
                hundredths(item.taxPercent()),
                item.returnFlag(),
                item.status(),
                LocalDate.ofEpochDay(item.shipDate()),
                LocalDate.ofEpochDay(item.commitDate()),
                LocalDate.ofEpochDay(item.receiptDate()),
                item.shipMode(),
                item.shipInstructions());
    }

    static BigDecimal hundredths(long count) {
        return BigDecimal.valueOf(count, 2);
    }
}
