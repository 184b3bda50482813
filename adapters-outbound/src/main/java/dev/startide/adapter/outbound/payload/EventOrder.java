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
import dev.startide.warehouse.mapping.EventType.Time;
import dev.startide.warehouse.mapping.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where events of one kind stand in the order of changes.
///
/// @param kind the name of the event type
/// @param time the slot of the field with the time, or -1 if the change envelope says it
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
                switch (type.time()) {
                    case Time.ByField(var field) -> type.fields().slotOf(field);
                    case Time.OfChange() -> -1;
                },
                switch (type.time()) {
                    case Time.ByField(var field) -> field.value();
                    case Time.OfChange() -> "source.ts_ms";
                },
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
        EventDigest digest = digest(fields, event, attributes);
        return new ChangeOrder(timeOf(fields.value(time)), sequenceOf(fields), digest);
    }

    /// The same for a change of a row that is there.
    ChangeOrder ofChange(
            FieldValues fields, ChangePlace place, IncomingEvent event, Map<String, @Nullable Object> attributes) {
        Instant at = timeOf(time < 0 ? place.requiredTime() : fields.value(time));
        return new ChangeOrder(at, place.sequence(), digest(fields, event, attributes));
    }

    /// The same for the change with which a row goes.
    ///
    /// @param last when the row was told of last, if that is known
    ChangeOrder ofEnd(
            FieldValues fields,
            Optional<FieldValues> last,
            ChangePlace place,
            IncomingEvent event,
            Map<String, @Nullable Object> attributes) {
        Instant made = timeOf(place.requiredTime());
        Instant at = last.filter(_ -> time >= 0)
                .flatMap(values -> instantOf(values.value(time)))
                .filter(EventTime::isInBounds)
                .map(EventTime::rounded)
                .filter(told -> told.isAfter(made))
                .orElse(made);
        return new ChangeOrder(at, place.sequence(), digest(fields, event, attributes));
    }

    private EventDigest digest(FieldValues fields, IncomingEvent event, Map<String, @Nullable Object> attributes) {
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
        return EventDigest.of(name.toString(), event.payload().bytes());
    }

    private Instant timeOf(@Nullable Object value) {
        Instant at = instantOf(value)
                .orElseThrow(() ->
                        Refusal.because(Reason.FIELD_MISSING, timeName + " is required as the time of the event"));
        if (!EventTime.isInBounds(at)) {
            throw Refusal.because(
                    Reason.VALUE_OUT_OF_RANGE,
                    timeName + ": expected an event time of the years 1900 to 2199, found another year");
        }
        return EventTime.rounded(at);
    }

    private Optional<Instant> instantOf(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> Optional.of(instant);
            case LocalDate day -> Optional.of(day.atStartOfDay(timeZone).toInstant());
            case null, default -> Optional.empty();
        };
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
