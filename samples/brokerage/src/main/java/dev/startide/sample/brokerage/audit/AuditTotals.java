package dev.startide.sample.brokerage.audit;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.startide.sample.brokerage.BrokerageEvent;
import dev.startide.sample.brokerage.Kind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the generator counts while it tells, for the warehouse to be compared with.
final class AuditTotals {

    private final List<BrokerageEvent> events;
    private final Map<String, BigDecimal> totals = new HashMap<>();

    private AuditTotals(List<BrokerageEvent> inOrder) {
        this.events = inOrder;
    }

    static Map<String, BigDecimal> of(List<BrokerageEvent> inOrder) {
        AuditTotals audit = new AuditTotals(inOrder);
        audit.rows();
        audit.sums();
        return audit.totals;
    }

    private void rows() {
        count("brokers", keys(Kind.BROKER_CHANGED));
        count("customers", keys(Kind.CUSTOMER_CHANGED));
        count("accounts", keys(Kind.ACCOUNT_CHANGED));
        count("securities", keys(Kind.SECURITY_CHANGED));
        count("trades", keys(Kind.TRADE_PLACED) - keys(Kind.TRADE_VOIDED));
        count("watches", keys(Kind.WATCH_SET));
        count("watches removed", keys(Kind.WATCH_REMOVED));
        count("quotes", quotes().keySet().size());
        count("cash movements", keys(Kind.CASH_MOVED) - keys(Kind.CASH_VOIDED));
        count("unlisted securities", unlisted());
    }

    private void sums() {
        totals.put("quantity", standing(Kind.TRADE_PLACED, Kind.TRADE_VOIDED, "quantity"));
        totals.put("cash", standing(Kind.CASH_MOVED, Kind.CASH_VOIDED, "amount"));
        totals.put("highs", quotes().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /// The last word about a field of everything that was not taken out of the books, summed up.
    private BigDecimal standing(Kind beginning, Kind end, String field) {
        Map<Object, BigDecimal> last = new HashMap<>();
        Predicate<BrokerageEvent> isAboutTheSame =
                event -> event.kind().type().startsWith(beginning.type().substring(0, 4));
        events.stream()
                .filter(isAboutTheSame)
                .sorted(comparing(BrokerageEvent::occurredAt).thenComparingInt(BrokerageEvent::changeNo))
                .forEach(event -> {
                    if (event.kind() == end) {
                        last.remove(event.key());
                    } else if (event.field(field) != null) {
                        last.put(event.key(), decimal(event.field(field)));
                    }
                });
        return last.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The last word about the highest price of each security on each day.
    private Map<String, BigDecimal> quotes() {
        Map<String, BigDecimal> highs = new HashMap<>();
        events.stream()
                .filter(event -> event.kind() == Kind.PRICES_PUBLISHED)
                .sorted(comparing(BrokerageEvent::occurredAt).thenComparingInt(BrokerageEvent::changeNo))
                .forEach(event -> {
                    for (Object element : (List<?>) requireNonNull(event.field("quotes"))) {
                        Map<?, ?> quote = (Map<?, ?>) element;
                        highs.put(event.key() + "|" + quote.get("symbol"), decimal(quote.get("high")));
                    }
                });
        return highs;
    }

    /// Securities that trades name and of which the exchange never tells.
    private long unlisted() {
        Set<Object> listed = new HashSet<>();
        events.stream()
                .filter(event -> event.kind() == Kind.SECURITY_CHANGED)
                .forEach(event -> listed.add(event.key()));
        return events.stream()
                .filter(event -> event.kind() == Kind.TRADE_PLACED)
                .map(event -> event.field("symbol"))
                .filter(symbol -> !listed.contains(symbol))
                .distinct()
                .count();
    }

    private long keys(Kind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(BrokerageEvent::key)
                .distinct()
                .count();
    }

    private void count(String name, long rows) {
        totals.put(name, BigDecimal.valueOf(rows));
    }

    private static BigDecimal decimal(@Nullable Object value) {
        return new BigDecimal(String.valueOf(value));
    }
}
