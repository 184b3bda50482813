package dev.startide.domain.testkit.clinic;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;

import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Random business of the clinic. Few keys, few values and few instants; keys that are none and
/// days that no calendar has are common.
public final class ClinicEvents {

    private static final List<Instant> INSTANTS = Stream.of(
                    "1900-01-01T00:00:00Z",
                    "2026-03-01T14:59:59.999999Z",
                    "2026-03-01T15:00:00Z",
                    "2026-03-01T23:00:00Z",
                    "2026-03-05T10:00:00Z",
                    "2026-03-29T01:30:00Z")
            .map(Instant::parse)
            .toList();

    private static final List<LocalDate> DAYS = Stream.of(
                    "1899-12-31", "1900-01-01", "2026-03-01", "2200-12-31", "2201-01-01", "0001-01-01", "9999-12-31")
            .map(LocalDate::parse)
            .toList();

    private ClinicEvents() {}

    /// Events in no particular order, some of them doubled.
    public static List<TypedEventBuilder> some(Gen gen) {
        List<TypedEventBuilder> events = new ArrayList<>();
        events.addAll(gen.listOf(0, 5, ClinicEvents::patient));
        events.addAll(gen.listOf(0, 4, ClinicEvents::diagnosis));
        events.addAll(gen.listOf(0, 8, ClinicEvents::visit));
        List<TypedEventBuilder> doubled =
                events.stream().filter(_ -> gen.onceIn(5)).toList();
        return gen.shuffled(Stream.concat(events.stream(), doubled.stream()).toList());
    }

    private static TypedEventBuilder patient(Gen gen) {
        TypedEventBuilder event = placed(gen, "patient_registered").with("patient_id", "p-" + gen.between(1, 2));
        return perhaps(gen, event, "ward", gen.oneOf("north", "south"));
    }

    /// The patient `p-3` is never told of.
    private static TypedEventBuilder visit(Gen gen) {
        TypedEventBuilder event = placed(gen, "visit_told")
                .with("visit_id", "v-" + gen.between(1, 3))
                .with("started_at", gen.oneOf(INSTANTS));
        event = perhaps(gen, event, "patient_id", gen.oneOf("p-1", "p-2", "p-3", "", "nobody"));
        event = perhaps(gen, event, "admitted_on", gen.oneOf(DAYS));
        event = perhaps(gen, event, "seen_at", gen.oneOf(INSTANTS));
        event = perhaps(gen, event, "channel", gen.oneOf("web", "door"));
        event = perhaps(gen, event, "urgent", gen.coin());
        event = perhaps(gen, event, "lab_time", gen.oneOf(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59)));
        event = perhaps(gen, event, "diagnoses", diagnoses(gen));
        event = perhaps(gen, event, "nurses", gen.listOf(0, 3, ClinicEvents::nurse));
        return perhaps(gen, event, "charge", BigDecimal.valueOf(gen.between(1, 3) * 1_000L, 2));
    }

    private static TypedEventBuilder diagnosis(Gen gen) {
        TypedEventBuilder event = placed(gen, "diagnosis_listed").with("code", "d-" + gen.between(1, 2));
        return perhaps(gen, event, "chapter", gen.oneOf("I", "II"));
    }

    /// Lists whose weights add up, nearly add up, or do not; `d-3` is never told of.
    private static List<Map<String, @Nullable Object>> diagnoses(Gen gen) {
        String weights = gen.oneOf(
                "",
                "1",
                "0.5 0.5",
                "0.3333333333 0.3333333333 0.3333333334",
                "0.3333336 0.3333336 0.3333336",
                "0.4 0.3",
                "1.5 -0.5",
                "0 1",
                "0.9999990000",
                "1.0000010100 0",
                "1 null");
        List<Map<String, @Nullable Object>> elements = new ArrayList<>();
        for (String weight : weights.isEmpty() ? new String[0] : weights.split(" ", -1)) {
            Map<String, @Nullable Object> element = new TreeMap<>();
            element.put("share", weight.equals("null") ? null : new BigDecimal(weight).setScale(10));
            element.put("code", gen.oneOf("d-1", "d-2", "d-3", "cough", null));
            elements.add(element);
        }
        return elements;
    }

    private static Map<String, @Nullable Object> nurse(Gen gen) {
        Map<String, @Nullable Object> element = new TreeMap<>();
        if (!gen.onceIn(5)) {
            element.put("patient_id", gen.oneOf("p-1", "p-2", "p-4", null));
        }
        return element;
    }

    private static TypedEventBuilder placed(Gen gen, String kind) {
        return anEventOf(Clinic.MODEL, kind).at(gen.oneOf(INSTANTS)).inSequence(gen.between(0, 1));
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
