package dev.startide.sample.brokerage;

import static dev.startide.sample.brokerage.Kind.ACCOUNT_CHANGED;
import static dev.startide.sample.brokerage.Kind.CASH_CORRECTED;
import static dev.startide.sample.brokerage.Kind.CASH_MOVED;
import static dev.startide.sample.brokerage.Kind.CASH_VOIDED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Cash that comes and goes. Amounts are corrected, and some money comes before anybody knows for
/// which account.
final class Cash {

    private static final double WITHOUT_ACCOUNT = 0.05;
    private static final double CORRECTED = 0.12;
    private static final double VOIDED = 0.03;

    private Cash() {}

    static List<BrokerageEvent> generate(long seed, List<BrokerageEvent> clients) {
        List<BrokerageEvent> all = new ArrayList<>();
        clients.stream()
                .filter(event -> event.kind() == ACCOUNT_CHANGED)
                .mapToLong(event -> event.number("account_id"))
                .distinct()
                .sorted()
                .forEach(account -> all.addAll(ofAccount(seed, account)));
        return all;
    }

    private static List<BrokerageEvent> ofAccount(long seed, long account) {
        Chance chance = Chance.about("cash of " + account, seed);
        List<BrokerageEvent> all = new ArrayList<>();
        int count = chance.between(1, 8);
        for (int number = 1; number <= count; number++) {
            all.addAll(movement(account * 100 + number, account, chance));
        }
        return all;
    }

    private static List<BrokerageEvent> movement(long movement, long account, Chance chance) {
        Instant at = chance.between(Calendar.FIRST_TRADES, Calendar.END);
        boolean isUnclear = chance.happens(WITHOUT_ACCOUNT);
        Life life = new Life("movement_id", movement);
        life.tell(
                CASH_MOVED,
                "moved_at",
                at,
                "account_id",
                isUnclear ? null : account,
                "amount",
                Prices.hundredths(chance.between(-200_000, 300_000)),
                "reason",
                chance.oneOf(List.of("deposit", "dividend", "withdrawal")));
        Instant later = at.plus(Duration.ofHours(chance.between(5, 400)));
        if (isUnclear && chance.happens(0.6)) {
            life.tell(CASH_CORRECTED, "corrected_at", later, "account_id", account, "moved_at", at);
        } else if (chance.happens(CORRECTED)) {
            life.tell(
                    CASH_CORRECTED,
                    "corrected_at",
                    later,
                    "amount",
                    Prices.hundredths(chance.between(-9_999, 9_999)),
                    "moved_at",
                    at);
        }
        if (chance.happens(VOIDED)) {
            life.tell(CASH_VOIDED, "voided_at", later.plus(Duration.ofDays(3)));
        }
        return life.events();
    }
}
