package dev.startide.domain.testkit.parcels;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;

import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Random life of parcels: few keys, values and instants, so that ties, corrections, repetitions
/// and late news are common.
public final class ParcelEvents {

    /// Around the ends of days and months of Berlin.
    static final List<Instant> INSTANTS = Stream.of(
                    "1900-01-01T00:00:00Z",
                    "2026-01-31T22:59:59.999999Z",
                    "2026-01-31T23:00:00Z",
                    "2026-02-01T12:00:00Z",
                    "2026-02-01T12:00:00.000001Z",
                    "2026-02-10T09:00:00Z",
                    "2026-03-28T23:00:00Z",
                    "2026-03-29T21:59:59.999999Z",
                    "2026-03-29T22:00:00Z",
                    "2026-04-15T08:00:00Z")
            .map(Instant::parse)
            .toList();

    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 29));

    private ParcelEvents() {}

    /// Events in no particular order, some of them doubled, some told again at another time. Some
    /// senders are never told of.
    public static List<TypedEventBuilder> some(Gen gen) {
        List<TypedEventBuilder> events = new ArrayList<>();
        events.addAll(gen.listOf(0, 4, ParcelEvents::sender));
        events.addAll(gen.listOf(0, 6, ParcelEvents::posted));
        events.addAll(gen.listOf(0, 4, ParcelEvents::collected));
        events.addAll(gen.listOf(0, 4, ParcelEvents::delivered));
        events.addAll(gen.listOf(0, 3, each -> parcel(each, "parcel_withdrawn")));
        List<TypedEventBuilder> doubled =
                events.stream().filter(_ -> gen.onceIn(5)).toList();
        List<TypedEventBuilder> toldAgain = events.stream()
                .filter(_ -> gen.onceIn(4))
                .map(event -> event.at(gen.oneOf(INSTANTS)))
                .toList();
        return gen.shuffled(
                Stream.of(events, doubled, toldAgain).flatMap(List::stream).toList());
    }

    private static TypedEventBuilder sender(Gen gen) {
        TypedEventBuilder event = told(gen, "sender_changed").with("sender_id", "s-" + gen.between(1, 2));
        return perhaps(gen, event, "city", gen.oneOf("Aachen", "Bonn"));
    }

    private static TypedEventBuilder posted(Gen gen) {
        TypedEventBuilder event = parcel(gen, "parcel_posted").with("booked_for", gen.oneOf(INSTANTS));
        event = perhaps(gen, event, "sender_id", "s-" + gen.between(1, 4));
        event = perhaps(gen, event, "weight", gen.between(1, 3));
        event = perhaps(gen, event, "price", BigDecimal.valueOf(gen.between(1, 3) * 50L, 2));
        event = perhaps(gen, event, "channel", gen.oneOf("web", "shop"));
        return perhaps(gen, event, "posted_at", gen.oneOf(INSTANTS));
    }

    private static TypedEventBuilder collected(Gen gen) {
        return perhaps(gen, parcel(gen, "parcel_collected"), "collected_at", gen.oneOf(INSTANTS));
    }

    private static TypedEventBuilder delivered(Gen gen) {
        TypedEventBuilder event = perhaps(gen, parcel(gen, "parcel_delivered"), "delivered_on", gen.oneOf(DAYS));
        return gen.onceIn(3) ? event.with("sender_id", "s-" + gen.between(1, 4)) : event;
    }

    private static TypedEventBuilder parcel(Gen gen, String kind) {
        return told(gen, kind).with("parcel_id", "p-" + gen.between(1, 2));
    }

    private static TypedEventBuilder told(Gen gen, String kind) {
        return anEventOf(Parcels.MODEL, kind).at(gen.oneOf(INSTANTS)).inSequence(gen.between(0, 1));
    }

    /// Says the value, or null, or nothing.
    private static TypedEventBuilder perhaps(Gen gen, TypedEventBuilder event, String field, Object value) {
        return switch (gen.between(0, 7)) {
            case 0 -> event.with(field, null);
            case 1, 2 -> event.without(field);
            default -> event.with(field, value);
        };
    }
}
