package dev.startide.sample.brokerage;

import static dev.startide.sample.brokerage.Kind.SECURITY_CHANGED;
import static dev.startide.sample.brokerage.Kind.SECURITY_DELISTED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is traded. Some are suspended, some are delisted and listed again.
final class Securities {

    static final List<String> SYMBOLS =
            List.of("ALPN", "BRGT", "CRDN", "DUNE", "ELMS", "FJRD", "GLDN", "HRBR", "IRIS", "JURA", "KITE", "LARK");

    /// A symbol that trades name and of which the exchange never tells.
    static final String UNLISTED = "ZZZZ";

    private static final List<String> MARKETS = List.of("AMEX", "NASDAQ", "NYSE");
    private static final List<String> SECTORS = List.of("energy", "food", "rail", "water");

    private Securities() {}

    static List<BrokerageEvent> generate(long seed) {
        List<BrokerageEvent> all = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            Chance chance = Chance.about("security " + symbol, seed);
            Life life = new Life("symbol", symbol);
            life.tell(
                    SECURITY_CHANGED,
                    "changed_at",
                    chance.between(Calendar.FOUNDED, Calendar.FIRST_TRADES),
                    "name",
                    symbol.charAt(0) + symbol.substring(1).toLowerCase(Locale.ROOT) + " Ltd",
                    "market",
                    chance.oneOf(MARKETS),
                    "sector",
                    chance.oneOf(SECTORS),
                    "status",
                    "active");
            for (Instant at : chance.between(Calendar.FIRST_TRADES, Calendar.END, chance.between(0, 4))) {
                switch (chance.between(1, 3)) {
                    case 1 ->
                        life.tell(
                                SECURITY_CHANGED,
                                "changed_at",
                                at,
                                "status",
                                chance.oneOf(List.of("active", "halted")));
                    case 2 -> life.tell(SECURITY_CHANGED, "changed_at", at, "market", chance.oneOf(MARKETS));
                    default -> life.tell(SECURITY_CHANGED, "changed_at", at, "sector", chance.oneOf(SECTORS));
                }
            }
            delist(life, symbol, chance);
            all.addAll(life.events());
        }
        return all;
    }

    private static void delist(Life life, String symbol, Chance chance) {
        if (SYMBOLS.indexOf(symbol) % 4 == 3) {
            Instant delisted = chance.between(Calendar.FIRST_TRADES.plus(Duration.ofDays(90)), Calendar.END);
            life.tell(SECURITY_DELISTED, "delisted_at", delisted);
            if (chance.happens(0.5)) {
                life.tell(SECURITY_CHANGED, "changed_at", delisted.plus(Duration.ofDays(14)), "status", "active");
            }
        }
    }
}
