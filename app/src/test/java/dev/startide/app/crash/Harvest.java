package dev.startide.app.crash;

import dev.startide.app.crash.Orchard.Event;
import dev.startide.app.crash.Orchard.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The business of the [Orchard] without an end, each event by its number: one of twenty is a
/// customer who moves, one of ten of the others a sale that is told of on a topic, one of ten comes
/// late, and one of fifty is sent twice.
final class Harvest {

    private static final int CUSTOMERS = 5_000;
    private static final int A_MOVE = 20;
    private static final int ON_A_TOPIC = 10;
    private static final int A_LATE_ONE = 10;
    private static final int TWICE = 50;
    private static final int MOST_LATE = 40_000;
    private static final Instant BEGIN = Instant.parse("2026-02-01T00:00:00Z");

    private Harvest() {}

    /// The arrivals of the events from one number until another, which is not among them.
    static List<Event> of(int from, int until) {
        List<Event> arrivals = new ArrayList<>(until - from);
        for (int number = from; number < until; number++) {
            Event event = event(number);
            arrivals.add(event);
            if (number % TWICE == 7) {
                arrivals.add(event);
            }
        }
        return arrivals;
    }

    /// How many of the first events are sales.
    static long sales(int events) {
        return events - (long) Math.ceilDiv(events, A_MOVE);
    }

    private static Event event(int number) {
        Instant when = BEGIN.plusSeconds(number % A_LATE_ONE == 3 ? Math.max(0, number - MOST_LATE) : number);
        String customer = "c" + number * 7919L % CUSTOMERS;
        if (number % A_MOVE == 0) {
            return said(
                    number, Way.POSTED, "customer_moved", customer, "city", "City " + number % 300, "moved_at", when);
        }
        Way way = number % ON_A_TOPIC == 1 ? Way.ON_A_TOPIC : Way.POSTED;
        return said(number, way, "sold", customer, "amount", number % 90 + ".50", "sold_at", when);
    }

    /// A sale by which the warehouse is asked how fresh it is.
    static Event probe(String id) {
        String data = "{\"sale_id\":\"%s\",\"customer_id\":\"c1\",\"amount\":\"0.00\",\"sold_at\":\"%s\"}"
                .formatted(id, BEGIN);
        return new Event(id, Way.POSTED, "sold", data);
    }

    private static Event said(
            int number, Way way, String type, String customer, String name, String value, String time, Instant when) {
        String id = "h-" + number;
        String data = String.format(
                Locale.ROOT,
                "{\"id\":\"%1$s\",\"sale_id\":\"%1$s\",\"customer_id\":\"%2$s\",\"%3$s\":\"%4$s\",\"%5$s\":\"%6$s\"}",
                id,
                customer,
                name,
                value,
                time,
                when);
        return new Event(id, way, type, data);
    }
}
