package dev.startide.sample.brokerage;

import static dev.startide.sample.brokerage.Kind.ACCOUNT_CHANGED;
import static dev.startide.sample.brokerage.Kind.TRADE_CANCELED;
import static dev.startide.sample.brokerage.Kind.TRADE_COMPLETED;
import static dev.startide.sample.brokerage.Kind.TRADE_PLACED;
import static dev.startide.sample.brokerage.Kind.TRADE_REOPENED;
import static dev.startide.sample.brokerage.Kind.TRADE_SUBMITTED;
import static dev.startide.sample.brokerage.Kind.TRADE_VOIDED;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Trades, which go from status to status. A market order is submitted at once; a limit order
/// waits. Some never end, a few are opened again, a few are taken out of the books altogether.
final class Trades {

    private static final double LIMIT_ORDERS = 0.4;
    private static final double CANCELED = 0.12;
    private static final double OPEN = 0.05;
    private static final double REOPENED = 0.04;
    private static final double VOIDED = 0.02;
    private static final double OF_AN_UNLISTED_SECURITY = 0.01;

    /// Trades at the very instant of a change of the account: they belong to the new version.
    private static final double AT_A_CHANGE = 0.15;

    private Trades() {}

    static List<BrokerageEvent> generate(long seed, List<BrokerageEvent> clients) {
        List<BrokerageEvent> all = new ArrayList<>();
        clients.stream()
                .filter(event -> event.kind() == ACCOUNT_CHANGED)
                .collect(groupingBy(event -> event.number("account_id"), TreeMap::new, toList()))
                .forEach((account, changes) -> all.addAll(ofAccount(seed, account, changes)));
        return all;
    }

    private static List<BrokerageEvent> ofAccount(long seed, long account, List<BrokerageEvent> changes) {
        Chance chance = Chance.about("trades of " + account, seed);
        List<BrokerageEvent> all = new ArrayList<>();
        int count = chance.between(2, 12);
        for (int number = 1; number <= count; number++) {
            Instant at = chance.between(Calendar.FIRST_TRADES, Calendar.END);
            Instant change = chance.oneOf(changes).occurredAt();
            all.addAll(trade(account * 100 + number, account, chance.happens(AT_A_CHANGE) ? change : at, chance));
        }
        return all;
    }

    private static List<BrokerageEvent> trade(long trade, long account, Instant placed, Chance chance) {
        Life life = new Life("trade_id", trade);
        Instant submitted = place(life, account, placed, chance);
        if (chance.happens(OPEN)) {
            return life.events();
        }
        Instant closed = submitted.plusSeconds(chance.between(0, 86_400 * 3));
        close(life, closed, chance);
        if (chance.happens(REOPENED)) {
            Instant reopened = closed.plus(Duration.ofHours(chance.between(1, 200)));
            life.tell(
                    TRADE_REOPENED,
                    "reopened_at",
                    reopened,
                    "status",
                    "SUBMITTED",
                    "closed_at",
                    null,
                    "price",
                    null,
                    "fee",
                    null,
                    "commission",
                    null);
            if (chance.happens(0.5)) {
                close(life, reopened.plus(Duration.ofHours(5)), chance);
            }
        }
        if (chance.happens(VOIDED)) {
            life.tell(TRADE_VOIDED, "voided_at", closed.plus(Duration.ofDays(30)));
        }
        return life.events();
    }

    /// @return when the order was submitted
    private static Instant place(Life life, long account, Instant placed, Chance chance) {
        boolean isLimit = chance.happens(LIMIT_ORDERS);
        String symbol =
                chance.happens(OF_AN_UNLISTED_SECURITY) ? Securities.UNLISTED : chance.oneOf(Securities.SYMBOLS);
        Instant submitted = isLimit ? placed.plusSeconds(chance.between(60, 86_400 * 20)) : placed;
        Object[] order = {
            "account_id",
            account,
            "symbol",
            symbol,
            "trade_type",
            isLimit ? "LIMIT" : "MARKET",
            "side",
            chance.happens(0.5) ? "BUY" : "SELL",
            "quantity",
            chance.between(1, 500),
            "bid_price",
            Prices.hundredths(chance.between(1_000, 9_000)),
            "status",
            isLimit ? "PENDING" : "SUBMITTED"
        };
        life.tell(TRADE_PLACED, "placed_at", placed, order);
        if (isLimit) {
            life.tell(TRADE_SUBMITTED, "submitted_at", submitted, "status", "SUBMITTED");
        } else {
            life.tell(TRADE_SUBMITTED, "submitted_at", submitted);
        }
        return submitted;
    }

    private static void close(Life life, Instant at, Chance chance) {
        if (chance.happens(CANCELED)) {
            life.tell(TRADE_CANCELED, "closed_at", at, "status", "CANCELED");
            return;
        }
        life.tell(
                TRADE_COMPLETED,
                "closed_at",
                at,
                "status",
                "COMPLETED",
                "price",
                Prices.hundredths(chance.between(1_000, 9_000)),
                "fee",
                Prices.hundredths(chance.between(0, 500)),
                "commission",
                Prices.hundredths(chance.between(0, 5_000)));
    }
}
