package dev.startide.sample.brokerage.answer;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static java.util.Objects.requireNonNull;

import dev.startide.sample.brokerage.answer.Course.State;
import dev.startide.sample.brokerage.answer.Versions.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers about trades and their way from status to status.
final class TradeAnswers {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Company company;
    private final List<State> trades;

    TradeAnswers(Company company) {
        this.company = company;
        this.trades = company.standing(company.trades);
    }

    List<Answer> all() {
        return List.of(
                tradesByTierAndCountry(),
                tradesByTierThenAndNow(),
                tradesByBranch(),
                tradesByMilestone(),
                commissionsByYearAndSector(),
                tradesAfterTheEnd());
    }

    private Answer tradesByTierAndCountry() {
        Totals totals = new Totals();
        trades.forEach(trade -> totals.add(
                List.of((Integer) then(trade, "tier"), String.valueOf(then(trade, "country"))), ONE, amount(trade)));
        return Answer.to("trades_by_tier_and_country", totals.rows());
    }

    private Answer tradesByTierThenAndNow() {
        Totals totals = new Totals();
        trades.forEach(trade -> {
            Object customer = account(trade).state().values().get("customer_id");
            Integer now = (Integer) requireNonNull(
                    requireNonNull(company.customers.get(customer)).now("tier"));
            totals.add(List.of((Integer) then(trade, "tier"), now), ONE);
        });
        return Answer.to("trades_by_tier_then_and_now", totals.rows());
    }

    private Answer tradesByBranch() {
        Totals totals = new Totals();
        trades.forEach(trade -> {
            Course broker = requireNonNull(
                    company.brokers.get(account(trade).state().values().get("broker_id")));
            totals.add(
                    List.of(String.valueOf(broker.now("branch")), broker.last().isGone() ? "gone" : "here"),
                    ONE,
                    decimal(trade, "commission"));
        });
        return Answer.to("trades_by_branch", totals.rows());
    }

    private Answer tradesByMilestone() {
        Totals totals = new Totals();
        trades.forEach(trade -> totals.add(
                List.of(String.valueOf(trade.values().get("status")), reached(trade)),
                ONE,
                seconds(trade, "placed_at", "submitted_at"),
                seconds(trade, "submitted_at", "closed_at")));
        return Answer.to("trades_by_milestone", totals.rows());
    }

    private Answer commissionsByYearAndSector() {
        Totals totals = new Totals();
        trades.forEach(trade -> {
            Object symbol = trade.values().get("symbol");
            Course security = company.securities.get(symbol);
            String sector = security == null ? "null" : String.valueOf(security.now("sector"));
            int year = placedAt(trade).atZone(NEW_YORK).getYear();
            totals.add(List.of(year, sector), decimal(trade, "commission"), decimal(trade, "fee"));
        });
        return Answer.to("commissions_by_year_and_sector", totals.rows());
    }

    /// Trades in a time in which the account was closed, or the security delisted.
    private Answer tradesAfterTheEnd() {
        long ofAccounts = trades.stream()
                .filter(trade -> isAfter(trade, account(trade).to()))
                .count();
        long ofSecurities = trades.stream()
                .filter(trade -> {
                    Versions versions =
                            company.securityVersions.get(trade.values().get("symbol"));
                    return versions != null
                            && isAfter(trade, versions.at(placedAt(trade)).to());
                })
                .count();
        return Answer.to(
                "trades_after_the_end", List.of(List.of(Long.toString(ofAccounts), Long.toString(ofSecurities))));
    }

    private Version account(State trade) {
        return requireNonNull(company.accountAt(trade.values().get("account_id"), placedAt(trade)));
    }

    private Object then(State trade, String field) {
        return requireNonNull(
                company.customerOf(account(trade)).state().values().get(field));
    }

    private static Instant placedAt(State trade) {
        return (Instant) requireNonNull(trade.values().get("placed_at"));
    }

    private static boolean isAfter(State trade, @Nullable Instant end) {
        return end != null && !placedAt(trade).isBefore(end);
    }

    private static String reached(State trade) {
        return trade.values().get("closed_at") != null ? "closed_at" : "submitted_at";
    }

    private static BigDecimal amount(State trade) {
        return decimal(trade, "quantity").multiply(decimal(trade, "price"));
    }

    private static BigDecimal decimal(State state, String field) {
        Object value = state.values().get(field);
        return value == null ? ZERO : new BigDecimal(value.toString());
    }

    private static BigDecimal seconds(State trade, String from, String to) {
        return trade.values().get(from) instanceof Instant start
                        && trade.values().get(to) instanceof Instant end
                ? BigDecimal.valueOf(Duration.between(start, end).toSeconds())
                : ZERO;
    }
}
