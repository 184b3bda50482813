package dev.startide.adapter.outbound.payload;

import dev.startide.adapter.outbound.payload.ColumnTypes.Known.Column;
import dev.startide.domain.event.PayloadLimits;
import dev.startide.domain.normalize.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What values mean by the schemas of Kafka Connect and Debezium. A value that is not of the form
/// that its schema promises is left as it is: a declared type takes it, or its event is refused.
final class ColumnMeaning {

    private static final byte[] UNAVAILABLE = ColumnTypes.UNAVAILABLE.getBytes(StandardCharsets.UTF_8);
    static final String UNAVAILABLE_BASE64 = Base64.getEncoder().encodeToString(UNAVAILABLE);

    private static final long MILLIS = 1_000;
    private static final long MICROS = 1_000_000;
    private static final long NANOS = 1_000_000_000;
    private static final long SECONDS_OF_A_DAY = 86_400;

    private ColumnMeaning() {}

    /// How a value of the column is read. Instants without a time zone count as of UTC, as the
    /// connectors count them.
    static UnaryOperator<Object> of(Column column) {
        return switch (column.meaning()) {
            case "io.debezium.time.Date", "org.apache.kafka.connect.data.Date" -> ColumnMeaning::day;
            case "io.debezium.time.Time", "org.apache.kafka.connect.data.Time" -> value -> timeOfDay(value, MILLIS);
            case "io.debezium.time.MicroTime" -> value -> timeOfDay(value, MICROS);
            case "io.debezium.time.NanoTime" -> value -> timeOfDay(value, NANOS);
            case "io.debezium.time.Timestamp", "org.apache.kafka.connect.data.Timestamp" ->
                value -> instant(value, MILLIS);
            case "io.debezium.time.MicroTimestamp" -> value -> instant(value, MICROS);
            case "io.debezium.time.NanoTimestamp" -> value -> instant(value, NANOS);
            case "org.apache.kafka.connect.data.Decimal" -> value -> decimal(value, column.scale());
            case "io.debezium.data.VariableScaleDecimal" -> ColumnMeaning::scaledDecimal;
            case "io.debezium.data.Json" -> ColumnMeaning::document;
            default -> column.type().equals("bytes") ? ColumnMeaning::bytes : UnaryOperator.identity();
        };
    }

    /// The digits behind the point; beyond all limits if the text is no number.
    static int scale(String text) {
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return Integer.MAX_VALUE;
        }
    }

    static boolean isUnavailable(byte[] bytes) {
        return Arrays.equals(bytes, UNAVAILABLE);
    }

    /// A text of JSON as the document that it is.
    static Object document(Object value) {
        if (!(value instanceof Scalar.Text(String json))) {
            return value;
        }
        Object tree = DecodedEvent.tree(target -> JsonDecoder.decode(json.getBytes(StandardCharsets.UTF_8), target));
        return tree == null ? value : tree;
    }

    private static Object day(Object value) {
        try {
            return value instanceof Scalar.Whole(long days) ? new Scalar.Day(LocalDate.ofEpochDay(days)) : value;
        } catch (DateTimeException beyond) {
            return new Scalar.Other("a day beyond all calendars");
        }
    }

    private static Object timeOfDay(Object value, long perSecond) {
        if (!(value instanceof Scalar.Whole(long count))) {
            return value;
        }
        return count < 0 || count >= SECONDS_OF_A_DAY * perSecond
                ? new Scalar.Other("a time span of less than nothing, or of a day and more")
                : new Scalar.TimeOfDay(LocalTime.ofNanoOfDay(count * (NANOS / perSecond)));
    }

    private static Object instant(Object value, long perSecond) {
        return value instanceof Scalar.Whole(long count)
                ? new Scalar.Moment(Instant.ofEpochSecond(
                        Math.floorDiv(count, perSecond), Math.floorMod(count, perSecond) * (NANOS / perSecond)))
                : value;
    }

    private static Object scaledDecimal(Object value) {
        return value instanceof Map<?, ?> struct
                        && struct.get("scale") instanceof Scalar.Whole(long scale)
                        && struct.get("value") instanceof Scalar unscaled
                ? decimal(unscaled, Math.clamp(scale, Integer.MIN_VALUE, Integer.MAX_VALUE))
                : value;
    }

    private static Object decimal(Object value, int scale) {
        if (!(bytes(value) instanceof Scalar.Binary(byte[] unscaled)) || unscaled.length == 0) {
            return value;
        }
        if (unscaled.length > PayloadLimits.MAX_NUMBER_LENGTH
                || scale > PayloadLimits.MAX_EXPONENT
                || scale < -PayloadLimits.MAX_EXPONENT) {
            throw Refusal.beyondLimit("a decimal has too many digits");
        }
        return new Scalar.Exact(new BigDecimal(new BigInteger(unscaled), scale));
    }

    /// Bytes, which JSON has as base64.
    private static Object bytes(Object value) {
        try {
            return value instanceof Scalar.Text(String base64)
                    ? new Scalar.Binary(Base64.getDecoder().decode(base64))
                    : value;
        } catch (IllegalArgumentException otherText) {
            return value;
        }
    }
}
