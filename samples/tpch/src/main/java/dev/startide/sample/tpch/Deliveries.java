package dev.startide.sample.tpch;

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

    /// Of the late member changes, so many would be registrations; few, because an early fact is
    /// the rarer case.
    private static final double LATE_REGISTRATIONS = 0.4;

    private final TpchSettings settings;
    private final EventSet set;

    Deliveries(TpchSettings settings, EventSet set) {
        this.settings = settings;
        this.set = set;
    }

    List<TpchEvent> lateAndDoubled() {
        return set.inOrder().stream()
                .flatMap(this::arrivals)
                .sorted(comparing(Arrival::at))
                .map(Arrival::event)
                .toList();
    }

    List<TpchEvent> shuffled() {
        List<TpchEvent> events = new ArrayList<>(lateAndDoubled());
        Collections.shuffle(events, new Random(settings.seed()));
        return List.copyOf(events);
    }

    private Stream<Arrival> arrivals(TpchEvent event) {
        Chance chance = Chance.about(event.id(), 0, settings.seed());
        Instant first = event.occurredAt().plus(delay(event, chance));
        Arrival arrival = new Arrival(event, first);
        return chance.happens(settings.doubled())
                ? Stream.of(arrival, new Arrival(event, first.plus(days(chance, 0, 60))))
                : Stream.of(arrival);
    }

    private Duration delay(TpchEvent event, Chance chance) {
        return switch (event) {
            case TpchEvent.Happened _ -> Duration.ZERO;
            case TpchEvent.MemberChanged registration
            when registration.change() == 0 ->
                chance.happens(settings.late() * LATE_REGISTRATIONS) ? days(chance, 800, 2_500) : Duration.ZERO;
            case TpchEvent.MemberChanged _ ->
                chance.happens(settings.late()) ? days(chance, 300, 1_500) : Duration.ZERO;
        };
    }

    private static Duration days(Chance chance, int low, int high) {
        return Duration.ofDays(chance.between(low, high)).plusSeconds(chance.between(1, 86_399));
    }

    private record Arrival(TpchEvent event, Instant at) {}
}
