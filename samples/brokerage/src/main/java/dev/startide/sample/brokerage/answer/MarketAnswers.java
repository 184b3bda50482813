package dev.startide.sample.brokerage.answer;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Answers about prices and watches.
final class MarketAnswers {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /// 52 weeks, the day itself included.
    private static final int DAYS = 52 * 7;

    private final Company company;
    private final Map<String, List<Quote>> quotes;

    MarketAnswers(Company company) {
        this.company = company;
        this.quotes = company.quotes.stream().collect(groupingBy(Quote::symbol, TreeMap::new, toList()));
    }

    List<Answer> all() {
        return List.of(pricesByMarket(), extremesOf52Weeks(), watchesByMonth());
    }

    private Answer pricesByMarket() {
        Map<String, List<BigDecimal>> rows = new TreeMap<>();
        company.quotes.forEach(quote -> rows.merge(
                marketOn(quote) + "|" + quote.day().getYear(),
                List.of(ONE, quote.low(), quote.high(), BigDecimal.valueOf(quote.volume())),
                MarketAnswers::merged));
        return Answer.to(
                "prices_by_market",
                rows.entrySet().stream()
                        .map(row -> cells(row.getKey(), row.getValue()))
                        .toList());
    }

    /// Sums over all days of what a reader would see on that day, so that every one of them counts.
    private Answer extremesOf52Weeks() {
        List<List<String>> rows = new ArrayList<>();
        quotes.forEach((symbol, days) -> {
            BigDecimal highs = ZERO;
            BigDecimal lows = ZERO;
            for (Quote day : days) {
                List<Quote> year = days.stream()
                        .filter(other -> isWithinAYear(other.day(), day.day()))
                        .toList();
                highs = highs.add(
                        year.stream().map(Quote::high).reduce(BigDecimal::max).orElse(ZERO));
                lows = lows.add(
                        year.stream().map(Quote::low).reduce(BigDecimal::min).orElse(ZERO));
            }
            rows.add(List.of(symbol, Answer.cell(highs), Answer.cell(lows)));
        });
        return Answer.to("extremes_of_52_weeks", rows);
    }

    private Answer watchesByMonth() {
        Totals totals = new Totals();
        company.watches.values().forEach(watch -> {
            totals.add(List.of(monthOf(watch.now("watched_at"))), ONE, ZERO);
            if (watch.now("unwatched_at") != null) {
                totals.add(List.of(monthOf(watch.now("unwatched_at"))), ZERO, ONE);
            }
        });
        return Answer.to("watches_by_month", totals.rows());
    }

    private String marketOn(Quote quote) {
        Instant day = quote.day().atStartOfDay(NEW_YORK).toInstant();
        Versions versions = requireNonNull(company.securityVersions.get(quote.symbol()));
        return String.valueOf(versions.at(day).state().values().get("market"));
    }

    private static List<BigDecimal> merged(List<BigDecimal> left, List<BigDecimal> right) {
        return List.of(
                left.get(0).add(right.get(0)),
                left.get(1).min(right.get(1)),
                left.get(2).max(right.get(2)),
                left.get(3).add(right.get(3)));
    }

    private static List<String> cells(String group, List<BigDecimal> values) {
        List<String> cells = new ArrayList<>(List.of(group.split("\\|", 2)));
        values.forEach(value -> cells.add(Answer.cell(value)));
        return cells;
    }

    private static boolean isWithinAYear(LocalDate other, LocalDate day) {
        return !other.isAfter(day) && other.isAfter(day.minusDays(DAYS));
    }

    private static String monthOf(@Nullable Object instant) {
        return ((Instant) requireNonNull(instant))
                .atZone(NEW_YORK)
                .toLocalDate()
                .toString()
                .substring(0, 7);
    }
}
