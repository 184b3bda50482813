package dev.startide.adapter.outbound.payload;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.EventTime;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.EventType.Sequence;
import dev.startide.warehouse.mapping.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where events of one kind stand in the order of changes.
///
/// @param kind the name of the event type
/// @param identity the slots of the fields that identify an event
/// @param sequence the slot of the field that orders events of one instant, or -1
/// @param isAboutEnvelope whether fields depend on what came around the payload
record EventOrder(
        String kind,
        int time,
        String timeName,
        List<Integer> identity,
        int sequence,
        ZoneId timeZone,
        boolean isAboutEnvelope) {

    static EventOrder of(EventType type, ZoneId timeZone, boolean isAboutEnvelope) {
        return new EventOrder(
                type.name().value(),
                type.fields().slotOf(type.time()),
                type.time().value(),
                type.identity().stream().map(type.fields()::slotOf).toList(),
                switch (type.sequence()) {
                    case Sequence.None() -> -1;
                    case Sequence.ByField(var field) -> type.fields().slotOf(field);
                },
                timeZone,
                isAboutEnvelope);
    }

    /// The digest covers all that the fields can depend on: two events that say different things
    /// are never of equal order.
    ///
    /// @param attributes of the CloudEvent, as far as they are not in the payload
    /// @throws Refusal if the event's time is missing or out of bounds
    ChangeOrder of(FieldValues fields, IncomingEvent event, Map<String, @Nullable Object> attributes) {
        StringBuilder name = new StringBuilder();
        append(kind, name);
        append(identityOf(fields, event), name);
        event.payload()
                .writtenWith()
                .ifPresent(schema -> append(schema.definition().hashCode(), name));
        new TreeMap<>(attributes).forEach((attribute, value) -> {
            append(attribute, name);
            append(value, name);
        });
        if (isAboutEnvelope) {
            appendAll(fields, name);
        }
        EventDigest digest = EventDigest.of(name.toString(), event.payload().bytes());
        return new ChangeOrder(timeOf(fields.value(time)), sequenceOf(fields), digest);
    }

    private Instant timeOf(@Nullable Object value) {
        Instant at = switch (value) {
            case Instant instant -> instant;
            case LocalDate day -> day.atStartOfDay(timeZone).toInstant();
            case null, default ->
                throw Refusal.because(Reason.FIELD_MISSING, timeName + " is required as the time of the event");
        };
        if (!EventTime.isInBounds(at)) {
            throw Refusal.because(
                    Reason.VALUE_OUT_OF_RANGE,
                    timeName + ": expected an event time of the years 1900 to 2199, found another year");
        }
        return EventTime.rounded(at);
    }

    private long sequenceOf(FieldValues fields) {
        return sequence >= 0 && fields.value(sequence) instanceof Number number ? number.longValue() : 0;
    }

    /// The declared fields first: they are what the model says an event is known by.
    private String identityOf(FieldValues fields, IncomingEvent event) {
        if (!identity.isEmpty()) {
            StringBuilder name = new StringBuilder();
            identity.forEach(slot -> append(fields.value(slot), name));
            return name.toString();
        }
        return switch (event.identity()) {
            case Identity.Given(String id) -> id;
            case Identity.InContent() -> "";
        };
    }

    private static void appendAll(FieldValues fields, StringBuilder name) {
        for (int slot = 0; slot < fields.group().fields().size(); slot++) {
            switch (fields.group().fields().get(slot)) {
                case Field.Scalar _ -> append(fields.value(slot), name);
                case Field.Nested _ -> fields.elements(slot).forEach(element -> appendAll(element, name));
            }
        }
    }

    /// With its length, so that no two lists of values are written alike.
    private static void append(@Nullable Object value, StringBuilder name) {
        if (value == null || value == Unsaid.UNSAID) {
            name.append('-');
            return;
        }
        String text = value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
        name.append(text.length()).append(':').append(text);
    }
}
