package dev.startide.domain.draft;

import dev.startide.domain.draft.DraftedEvent.Choice;
import dev.startide.domain.event.EventTime;
import dev.startide.domain.normalize.Conversions;
import dev.startide.domain.normalize.Converted;
import dev.startide.domain.normalize.Scalar;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.mapping.Field.ValueSource;
import dev.startide.warehouse.mapping.NamedField;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which field says when an event happened.
///
/// @param added a field that has to be declared for it, if none that payloads have does
record TimeGuess(Choice choice, Optional<DraftedField> added) {

    /// Stands where nothing was guessed yet.
    static final Choice NONE = new Choice("", "");

    private static final Pattern OF_EVENTS =
            Pattern.compile("(event_?)?(time|timestamp|ts|date)|(occurred|happened|event|emitted)_(at|on|time)");
    private static final Pattern OF_CHANGES = Pattern.compile("(updated|changed|modified)_(at|on)");
    private static final Pattern OF_ANYTHING = Pattern.compile(".*(_at|_on|_time|_ts|timestamp|_date)");
    private static final Pattern OF_PEOPLE = Pattern.compile(".*(birth|born|dob|valid|expir|due|end).*");
    private static final int SUFFIX = 4;

    private static final long FIRST_SECOND = 500_000_000L;
    private static final long LAST_SECOND = 5_000_000_000L;
    private static final long MILLIS = 1_000;

    /// The time of events of one type.
    ///
    /// @param free whether a further field may have a name
    static TimeGuess of(String event, List<DraftedField> fields, List<SampledEvent> events, Predicate<String> free) {
        Optional<TimeGuess> ofAttribute = attribute(events, free);
        return ofAttribute
                .or(() -> field(event, fields, events))
                .or(() -> number(fields, events, free))
                .orElseGet(() -> nothing(free));
    }

    /// The instants that the events of a sample say.
    static Optional<Instant> instant(SampledEvent event, DraftedField field) {
        return Trees.at(event.event(), field.named().path())
                .filter(Scalar.class::isInstance)
                .flatMap(value -> instant((Scalar) value, field.type()));
    }

    private static Optional<Instant> instant(Scalar value, LogicalType type) {
        return switch (Conversions.convert(value, type)) {
            case Converted.Value(Instant instant) -> Optional.of(instant);
            case Converted.Value(LocalDate day) ->
                Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
            case Converted.Value _, Converted.Problem _ -> Optional.empty();
        };
    }

    private static Optional<TimeGuess> attribute(List<SampledEvent> events, Predicate<String> free) {
        LogicalType type = new LogicalType.Timestamp();
        boolean always = !events.isEmpty()
                && events.stream()
                        .allMatch(event -> event.attributes().get("time") instanceof Scalar value
                                && instant(value, type)
                                        .filter(EventTime::isInBounds)
                                        .isPresent());
        return always
                ? Optional.of(added("ce.time", "every CloudEvent has a time", "occurred_at", free))
                : Optional.empty();
    }

    private static Optional<TimeGuess> field(String event, List<DraftedField> fields, List<SampledEvent> events) {
        return fields.stream()
                .filter(field -> field.isAlwaysThere() && isTime(field))
                .filter(field -> events.stream()
                        .allMatch(each -> instant(each, field)
                                .filter(TimeGuess::isWithinBounds)
                                .isPresent()))
                .min(Comparator.comparingInt(field -> rank(event, field)))
                .map(field -> new TimeGuess(
                        new Choice(field.name(), "every event has it, and of its name"), Optional.empty()));
    }

    /// A day may begin up to a day earlier in another time zone.
    private static boolean isWithinBounds(Instant time) {
        return EventTime.isInBounds(time.minusSeconds(86_400)) && EventTime.isInBounds(time.plusSeconds(86_400));
    }

    private static boolean isTime(DraftedField field) {
        return field.type() instanceof LogicalType.Timestamp
                || (field.type() instanceof LogicalType.Date
                        && !OF_PEOPLE.matcher(field.name()).matches());
    }

    private static int rank(String event, DraftedField field) {
        String name = field.name();
        int ofType = field.type() instanceof LogicalType.Timestamp ? 0 : 1;
        if (OF_PEOPLE.matcher(name).matches()) {
            return 20 + ofType;
        }
        if (OF_EVENTS.matcher(name).matches()) {
            return ofType;
        }
        boolean isOfTheVerb = name.length() > SUFFIX && event.endsWith(name.replaceAll("_(at|on|time|date)$", ""));
        if (isOfTheVerb) {
            return 2 + ofType;
        }
        if (OF_CHANGES.matcher(name).matches()) {
            return 4 + ofType;
        }
        return (OF_ANYTHING.matcher(name).matches() ? 6 : 8) + ofType;
    }

    private static Optional<TimeGuess> number(
            List<DraftedField> fields, List<SampledEvent> events, Predicate<String> free) {
        return fields.stream()
                .filter(field -> field.isAlwaysThere() && !events.isEmpty())
                .filter(field -> OF_EVENTS.matcher(field.name()).matches()
                        || OF_ANYTHING.matcher(field.name()).matches())
                .flatMap(field -> number(field, events, free).stream())
                .findFirst();
    }

    private static Optional<TimeGuess> number(DraftedField field, List<SampledEvent> events, Predicate<String> free) {
        String value =
                field.named().field().value() instanceof ValueSource.Cel(var cel) ? cel : "event." + field.name();
        if (areBetween(field, events, FIRST_SECOND, LAST_SECOND)) {
            String because = "%s looks like seconds since 1970".formatted(field.name());
            return Optional.of(added("timestamp(%s)".formatted(value), because, "occurred_at", free));
        }
        if (areBetween(field, events, FIRST_SECOND * MILLIS, LAST_SECOND * MILLIS)) {
            String because = "%s looks like milliseconds since 1970".formatted(field.name());
            String millis = "timestamp(0) + duration(string(%s) + 'ms')".formatted(value);
            return Optional.of(added(millis, because, "occurred_at", free));
        }
        return Optional.empty();
    }

    private static boolean areBetween(DraftedField field, List<SampledEvent> events, long least, long most) {
        return events.stream()
                .allMatch(event -> Trees.at(event.event(), field.named().path())
                        .filter(value ->
                                value instanceof Scalar.Whole(long number) && number >= least && number <= most)
                        .isPresent());
    }

    private static TimeGuess nothing(Predicate<String> free) {
        return added(
                "timestamp('2000-01-01T00:00:00Z')",
                "nothing that every event has looks like a time; name one, because it orders events",
                "no_time_yet",
                free);
    }

    private static TimeGuess added(String cel, String because, String wanted, Predicate<String> free) {
        String name = wanted;
        for (int number = 2; !free.test(name); number++) {
            name = "%s_%d".formatted(wanted, number);
        }
        Field.Scalar field = new Field.Scalar(
                new ColumnName(name),
                new LogicalType.Timestamp(),
                Presence.REQUIRED,
                new ValueSource.Cel(cel),
                List.of(),
                "");
        return new TimeGuess(
                new Choice(name, because),
                Optional.of(new DraftedField(new NamedField.Single(List.of(), field), because)));
    }
}
