package dev.startide.sample.brokerage;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Decides when each event arrives, and which arrive twice.
final class Deliveries {

    private final BrokerageSettings settings;
    private final List<BrokerageEvent> inOrder;

    Deliveries(BrokerageSettings settings, List<BrokerageEvent> inOrder) {
        this.settings = settings;
        this.inOrder = inOrder;
    }

    List<BrokerageEvent> lateAndDoubled() {
        return inOrder.stream()
                .flatMap(this::arrivals)
                .sorted(comparing(Arrival::at))
                .map(Arrival::event)
                .toList();
    }

    List<BrokerageEvent> shuffled() {
        List<BrokerageEvent> events = new ArrayList<>(lateAndDoubled());
        Collections.shuffle(events, new Random(settings.seed()));
        return List.copyOf(events);
    }

    private Stream<Arrival> arrivals(BrokerageEvent event) {
        Chance chance = Chance.about("delivery of " + event.id(), settings.seed());
        Instant first =
                chance.happens(settings.late()) ? event.occurredAt().plus(days(chance, 20, 300)) : event.occurredAt();
        Arrival arrival = new Arrival(event, first);
        return chance.happens(settings.doubled())
                ? Stream.of(arrival, new Arrival(event, first.plus(days(chance, 0, 60))))
                : Stream.of(arrival);
    }

    private static Duration days(Chance chance, int low, int high) {
        return Duration.ofDays(chance.between(low, high)).plusSeconds(chance.between(1, 86_399));
    }

    private record Arrival(BrokerageEvent event, Instant at) {}
}
