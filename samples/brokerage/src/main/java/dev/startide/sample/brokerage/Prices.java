package dev.startide.sample.brokerage;

import static dev.startide.sample.brokerage.Kind.PRICES_PUBLISHED;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One event for each trading day with the quotes of all securities, and now and then a correction
/// of one quote, which says only the highest price anew.
final class Prices {

    /// When the exchange tells of a day, in UTC.
    private static final LocalTime PUBLISHED = LocalTime.of(22, 0);

    private static final double CORRECTED = 0.08;

    private final long seed;
    private final Map<String, Integer> closes = new TreeMap<>();

    private Prices(long seed) {
        this.seed = seed;
        Securities.SYMBOLS.forEach(symbol -> closes.put(symbol, 2_000 + 37 * symbol.charAt(0)));
    }

    static List<BrokerageEvent> generate(long seed) {
        Prices prices = new Prices(seed);
        List<BrokerageEvent> all = new ArrayList<>();
        Calendar.tradingDays().forEach(day -> all.addAll(prices.day(day)));
        return all;
    }

    private List<BrokerageEvent> day(LocalDate day) {
        Chance chance = Chance.about("prices of " + day, seed);
        List<Map<String, @Nullable Object>> quotes = new ArrayList<>();
        closes.replaceAll((symbol, close) -> {
            int next = Math.max(500, close + chance.between(-60, 61));
            quotes.add(quote(symbol, next, chance));
            return next;
        });
        Life life = new Life("trade_date", day);
        Instant published = day.atTime(PUBLISHED).toInstant(ZoneOffset.UTC);
        life.tell(PRICES_PUBLISHED, "published_at", published, "quotes", quotes);
        if (chance.happens(CORRECTED)) {
            Instant corrected = published.plus(Duration.ofHours(chance.between(10, 90)));
            life.tell(PRICES_PUBLISHED, "published_at", corrected, "quotes", List.of(correction(quotes, chance)));
        }
        return life.events();
    }

    private static Map<String, @Nullable Object> quote(String symbol, int close, Chance chance) {
        Map<String, @Nullable Object> quote = new LinkedHashMap<>();
        quote.put("symbol", symbol);
        quote.put("close", hundredths(close));
        quote.put("high", hundredths(close + chance.between(0, 80)));
        quote.put("low", hundredths(close - chance.between(0, 80)));
        quote.put("volume", (long) chance.between(100, 90_000));
        return quote;
    }

    private static Map<String, @Nullable Object> correction(List<Map<String, @Nullable Object>> quotes, Chance chance) {
        Map<String, @Nullable Object> wrong = chance.oneOf(quotes);
        Map<String, @Nullable Object> right = new LinkedHashMap<>();
        right.put("symbol", wrong.get("symbol"));
        right.put("high", new BigDecimal(String.valueOf(wrong.get("high"))).add(hundredths(chance.between(1, 900))));
        return right;
    }

    static BigDecimal hundredths(long amount) {
        return BigDecimal.valueOf(amount, 2);
    }
}
