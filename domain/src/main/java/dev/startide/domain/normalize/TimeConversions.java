package dev.startide.domain.normalize;

import dev.startide.domain.event.EventTime;
import dev.startide.domain.normalize.Converted.Value;
import dev.startide.warehouse.schema.LogicalType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// Conversions into days, times of day and instants, rounded to the microsecond.
final class TimeConversions {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");
    private static final long MICROS_OF_A_DAY = 86_400_000_000L;
    private static final int NANOS_OF_A_MICRO = 1_000;

    private TimeConversions() {}

    static Converted toDate(Scalar value, LogicalType type) {
        return switch (value) {
            case Scalar.Day(LocalDate day) -> bounded(day, type);
            case Scalar.Text(String text) ->
                parsed(type, "such as 2026-03-15", () -> bounded(IsoText.date(text), type));
            case Scalar.Moment _ ->
                Converted.mismatch(
                        type.sqlName(), "an instant, whose day depends on a time zone; declare it timestamptz");
            default -> Converted.mismatch(type.sqlName(), value.kind());
        };
    }

    static Converted toTime(Scalar value, LogicalType type) {
        return switch (value) {
            case Scalar.TimeOfDay(LocalTime time) -> rounded(time, type);
            case Scalar.Text(String text) ->
                parsed(type, "such as 13:45:00.25", () -> rounded(IsoText.time(text), type));
            default -> Converted.mismatch(type.sqlName(), value.kind());
        };
    }

    static Converted toTimestamp(Scalar value, LogicalType type) {
        return switch (value) {
            case Scalar.Moment(Instant instant) -> rounded(instant, type);
            case Scalar.Text(String text) ->
                parsed(
                        type,
                        "with date, T, time and offset, such as 2026-03-15T13:45:00Z",
                        () -> rounded(IsoText.instant(text), type));
            case Scalar.Whole _, Scalar.Exact _, Scalar.Floating _ ->
                Converted.mismatch(
                        type.sqlName(),
                        value.kind()
                                + ", whose unit is not known; send ISO 8601 text with an offset, or an Avro timestamp");
            default -> Converted.mismatch(type.sqlName(), value.kind());
        };
    }

    private static Converted parsed(LogicalType type, String form, TextReading reading) {
        try {
            return reading.read();
        } catch (DateTimeException unreadable) {
            return Converted.mismatch(type.sqlName() + " in ISO 8601 " + form, "text of another form");
        }
    }

    private static Converted bounded(LocalDate day, LogicalType type) {
        return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)
                ? Converted.outOfRange(type.sqlName() + " of the years 1 to 9999", "another year")
                : new Value(day);
    }

    private static Converted rounded(LocalTime time, LogicalType type) {
        long micros = (time.toNanoOfDay() + NANOS_OF_A_MICRO / 2) / NANOS_OF_A_MICRO;
        return micros == MICROS_OF_A_DAY
                ? Converted.outOfRange(type.sqlName(), "a time that rounds to the end of the day")
                : new Value(LocalTime.ofNanoOfDay(micros * NANOS_OF_A_MICRO));
    }

    private static Converted rounded(Instant instant, LogicalType type) {
        if (instant.isBefore(FIRST_INSTANT) || !instant.isBefore(END_OF_TIME)) {
            return Converted.outOfRange(type.sqlName() + " of the years 1 to 9999", "another year");
        }
        Instant micros = EventTime.rounded(instant);
        return micros.isBefore(END_OF_TIME)
                ? new Value(micros)
                : Converted.outOfRange(type.sqlName() + " of the years 1 to 9999", "another year");
    }

    @FunctionalInterface
    private interface TextReading {
        Converted read();
    }
}
