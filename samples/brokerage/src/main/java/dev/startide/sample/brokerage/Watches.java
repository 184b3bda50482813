package dev.startide.sample.brokerage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which customer keeps an eye on which security. Nothing is counted but that it is so.
final class Watches {

    private Watches() {}

    static List<BrokerageEvent> generate(BrokerageSettings settings) {
        List<BrokerageEvent> all = new ArrayList<>();
        for (int customer = 1; customer <= settings.customers(); customer++) {
            for (String symbol : Securities.SYMBOLS) {
                Chance chance = Chance.about("watch of %d on %s".formatted(customer, symbol), settings.seed());
                if (chance.happens(0.15)) {
                    all.addAll(watch(customer, symbol, chance));
                }
            }
        }
        return all;
    }

    private static List<BrokerageEvent> watch(long customer, String symbol, Chance chance) {
        Instant set = chance.between(Calendar.FIRST_TRADES, Calendar.END);
        String key = "%d-%s".formatted(customer, symbol);
        List<BrokerageEvent> events = new ArrayList<>();
        events.add(event(Kind.WATCH_SET, key, "watched_at", set, customer, symbol, 0));
        if (chance.happens(0.5)) {
            Instant removed = set.plus(Duration.ofHours(chance.between(1, 3_000)));
            events.add(event(Kind.WATCH_REMOVED, key, "unwatched_at", removed, customer, symbol, 1));
        }
        return events;
    }

    private static BrokerageEvent event(
            Kind kind, String key, String time, Instant at, long customer, String symbol, int changeNo) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("customer_id", customer);
        said.put("symbol", symbol);
        said.put(time, at);
        said.put("change_no", changeNo);
        return new BrokerageEvent(kind, key, at, changeNo, said);
    }
}
