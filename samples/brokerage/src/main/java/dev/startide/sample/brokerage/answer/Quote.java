package dev.startide.sample.brokerage.answer;

import static java.util.Comparator.comparing;

import dev.startide.sample.brokerage.BrokerageEvent;
import dev.startide.sample.brokerage.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The prices of one security on one day, with their corrections.
record Quote(String symbol, LocalDate day, BigDecimal close, BigDecimal high, BigDecimal low, long volume) {

    /// In the order of the symbols, for each of them day after day.
    static List<Quote> of(List<BrokerageEvent> events) {
        Map<String, Map<LocalDate, Map<String, Object>>> said = new TreeMap<>();
        events.stream()
                .filter(event -> event.kind() == Kind.PRICES_PUBLISHED)
                .sorted(comparing(BrokerageEvent::occurredAt).thenComparingInt(BrokerageEvent::changeNo))
                .forEach(event -> lay(event, said));
        List<Quote> quotes = new ArrayList<>();
        said.forEach((symbol, days) -> days.forEach((day, values) -> quotes.add(new Quote(
                symbol,
                day,
                decimal(values, "close"),
                decimal(values, "high"),
                decimal(values, "low"),
                decimal(values, "volume").longValueExact()))));
        return List.copyOf(quotes);
    }

    private static void lay(BrokerageEvent event, Map<String, Map<LocalDate, Map<String, Object>>> said) {
        LocalDate day = (LocalDate) event.key();
        for (Object element : (List<?>) Objects.requireNonNull(event.field("quotes"))) {
            Map<?, ?> quote = (Map<?, ?>) element;
            Map<String, Object> values = said.computeIfAbsent(String.valueOf(quote.get("symbol")), _ -> new TreeMap<>())
                    .computeIfAbsent(day, _ -> new HashMap<>());
            quote.forEach((field, value) -> values.put(String.valueOf(field), value));
        }
    }

    private static BigDecimal decimal(Map<String, Object> values, String field) {
        return new BigDecimal(String.valueOf(values.get(field)));
    }
}
