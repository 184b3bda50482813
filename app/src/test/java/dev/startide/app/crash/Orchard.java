package dev.startide.app.crash;

import dev.startide.domain.testkit.Gen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A business whose events come late, doubled, at equal times, deleting, and now and then broken,
/// from one source that is posted to and from one topic.
///
/// @param seed the same one gives the same events
/// @param size how many events happen; some of them arrive twice
record Orchard(long seed, int size) {

    private static final int TOO_LONG = 12_000;

    /// Of as many events one is refused by the database, and one of twice as many cannot be read.
    private static final int ONE_IS_REFUSED = 200;

    private static final int EVENTS_OF_A_CUSTOMER = 20;

    enum Way {
        POSTED,
        ON_A_TOPIC
    }

    /// @param id by which it is recognised when it comes again
    /// @param data a JSON object
    record Event(String id, Way way, String type, String data) {}

    /// The events in the order of their arrival, era by era: an era may say what the model knows of
    /// since then.
    List<List<Event>> eras() {
        Gen gen = Gen.seeded(seed);
        List<List<Event>> eras = new ArrayList<>();
        List<Event> arrivals = new ArrayList<>();
        long second = 0;
        int number = 0;
        for (int era = 1; era <= OrchardModel.ERAS; era++) {
            int from = arrivals.size();
            for (; number < (long) size * era / OrchardModel.ERAS; number++) {
                second += gen.onceIn(50) ? 0 : gen.between(1, 400);
                long when = gen.onceIn(10) ? second - gen.between(1, 100_000) : second;
                arrivals.add(event(gen, number, era, Math.max(0, when)));
                if (gen.onceIn(20)) {
                    arrivals.add(gen.oneOf(arrivals));
                }
            }
            eras.add(List.copyOf(arrivals.subList(from, arrivals.size())));
        }
        return eras;
    }

    private Event event(Gen gen, int number, int era, long second) {
        String id = "e-" + number;
        String customer = "c" + gen.between(1, Math.max(30, size / EVENTS_OF_A_CUSTOMER));
        Saying saying = new Saying(id).and("customer_id", customer);
        if (number % ONE_IS_REFUSED == 10) {
            return sold(gen, second, saying.and("sale_id", longKey(gen)).and("amount", "1.00"));
        }
        if (number % (2 * ONE_IS_REFUSED) == 110) {
            return sold(gen, second, saying.and("sale_id", id).and("amount", "much"));
        }
        if (gen.onceIn(100)) {
            return posted("customer_gone", saying.at("gone_at", second));
        }
        if (era >= OrchardModel.PRAISES && gen.onceIn(10)) {
            return posted("praised", saying.and("praise_id", id).at("praised_at", second));
        }
        if (gen.onceIn(3)) {
            return moved(gen, era, second, saying);
        }
        saying.and("sale_id", id).and("amount", "%d.50".formatted(gen.between(1, 90)));
        return sold(gen, second, era < OrchardModel.DISCOUNTS ? saying : saying.and("discount", "0.25"));
    }

    private static Event moved(Gen gen, int era, long second, Saying saying) {
        saying.and("city", gen.oneOf("Graz", "Wien", "Linz")).and("phone", Integer.toString(gen.between(1, 5)));
        if (era >= OrchardModel.EMAILS) {
            saying.and("email", "m%d@example.org".formatted(gen.between(1, 5)));
        }
        return posted("customer_moved", saying.at("moved_at", second));
    }

    private static Event sold(Gen gen, long second, Saying saying) {
        saying.at("sold_at", second);
        return gen.coin() ? posted("sold", saying) : new Event(saying.id, Way.ON_A_TOPIC, "sold", saying.toString());
    }

    private static Event posted(String type, Saying saying) {
        return new Event(saying.id, Way.POSTED, type, saying.toString());
    }

    /// What can be read, and is too long for an index.
    private static String longKey(Gen gen) {
        StringBuilder key = new StringBuilder();
        while (key.length() < TOO_LONG) {
            key.append(Long.toHexString(gen.anyLong()));
        }
        return key.toString();
    }

    /// What an event says, as JSON. The last thing that is said of it is when it happened.
    private static final class Saying {

        private final String id;
        private final StringBuilder json;

        private Saying(String id) {
            this.id = id;
            this.json = new StringBuilder("{\"id\":\"%s\"".formatted(id));
        }

        private Saying and(String name, String value) {
            json.append(String.format(Locale.ROOT, ",\"%s\":\"%s\"", name, value));
            return this;
        }

        private Saying at(String name, long second) {
            return and(
                    name,
                    Instant.parse("2026-01-10T00:00:00Z").plusSeconds(second).toString());
        }

        @Override
        public String toString() {
            return json + "}";
        }
    }
}
