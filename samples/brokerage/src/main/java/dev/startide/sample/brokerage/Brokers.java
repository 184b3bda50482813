package dev.startide.sample.brokerage;

import static dev.startide.sample.brokerage.Kind.BROKER_CHANGED;
import static dev.startide.sample.brokerage.Kind.BROKER_LEFT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Brokers, who move between branches, leave, and at times come back.
final class Brokers {

    static final int COUNT = 8;

    private static final List<String> BRANCHES = List.of("Graz", "London", "New York", "Osaka", "Wien");
    private static final List<String> NAMES =
            List.of("Ames", "Berg", "Cruz", "Dietl", "Ekin", "Faye", "Gruber", "Holt");

    private Brokers() {}

    static List<BrokerageEvent> generate(long seed) {
        List<BrokerageEvent> all = new ArrayList<>();
        for (int broker = 1; broker <= COUNT; broker++) {
            Chance chance = Chance.about("broker " + broker, seed);
            Life life = new Life("broker_id", (long) broker);
            Instant hired = chance.between(Calendar.FOUNDED, Calendar.FIRST_TRADES);
            life.tell(
                    BROKER_CHANGED,
                    "changed_at",
                    hired,
                    "name",
                    NAMES.get(broker - 1),
                    "branch",
                    chance.oneOf(BRANCHES));
            for (Instant at : chance.between(Calendar.FIRST_TRADES, Calendar.END, chance.between(0, 3))) {
                life.tell(BROKER_CHANGED, "changed_at", at, "branch", chance.oneOf(BRANCHES));
            }
            if (broker % 3 == 0) {
                Instant left = Calendar.END.minusSeconds(chance.between(86_400, 86_400 * 200));
                life.tell(BROKER_LEFT, "left_at", left);
                if (broker % 2 == 0) {
                    life.tell(
                            BROKER_CHANGED,
                            "changed_at",
                            left.plusSeconds(86_400 * 20),
                            "branch",
                            chance.oneOf(BRANCHES));
                }
            }
            all.addAll(life.events());
        }
        return all;
    }
}
