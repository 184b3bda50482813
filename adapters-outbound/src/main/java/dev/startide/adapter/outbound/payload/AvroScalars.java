package dev.startide.adapter.outbound.payload;

import dev.startide.domain.event.PayloadLimits;
import dev.startide.domain.normalize.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/// Single Avro values, by their type and logical type. An unknown logical type counts for nothing,
/// as Avro wants it.
final class AvroScalars {

    private static final int UUID_BYTES = 16;
    private static final long NANOS_OF_A_MILLI = 1_000_000;
    private static final long NANOS_OF_A_MICRO = 1_000;
    private static final long MICROS_OF_A_SECOND = 1_000_000;
    private static final long NANOS_OF_A_SECOND = 1_000_000_000;
    private static final long MILLIS_OF_A_DAY = 86_400_000;

    private AvroScalars() {}

    static Scalar read(Schema schema, AvroBytes bytes) {
        return switch (schema.getType()) {
            case BOOLEAN -> new Scalar.Truth(bytes.readBoolean());
            case INT -> ofInt(bytes.readInt(), schema.getLogicalType());
            case LONG -> ofLong(bytes.readLong(), schema.getLogicalType());
            case FLOAT -> new Scalar.Floating(bytes.readFloat());
            case DOUBLE -> new Scalar.Floating(bytes.readDouble());
            case BYTES -> ofBytes(bytes.readBytes(bytes.readLength()), schema.getLogicalType());
            case FIXED -> ofBytes(bytes.readBytes(schema.getFixedSize()), schema.getLogicalType());
            case STRING -> new Scalar.Text(bytes.readText());
            case ENUM -> symbol(schema.getEnumSymbols(), bytes.readInt());
            case RECORD, ARRAY, MAP, UNION, NULL -> throw notScalar(schema);
        };
    }

    /// Passes over a value, within the same limits as if it were wanted.
    static void skip(Schema schema, AvroBytes bytes) {
        if (schema.getType() == Schema.Type.STRING) {
            bytes.skipText();
        } else {
            read(schema, bytes);
        }
    }

    private static Scalar ofInt(int value, @Nullable LogicalType type) {
        if (type instanceof LogicalTypes.Date) {
            return new Scalar.Day(LocalDate.ofEpochDay(value));
        }
        return type instanceof LogicalTypes.TimeMillis ? timeOfDay(value, NANOS_OF_A_MILLI) : new Scalar.Whole(value);
    }

    private static Scalar ofLong(long value, @Nullable LogicalType type) {
        return switch (type) {
            case LogicalTypes.TimeMicros _ -> timeOfDay(value, NANOS_OF_A_MICRO);
            case LogicalTypes.TimestampMillis _ -> new Scalar.Moment(Instant.ofEpochMilli(value));
            case LogicalTypes.TimestampMicros _ -> moment(value, MICROS_OF_A_SECOND, NANOS_OF_A_MICRO);
            case LogicalTypes.TimestampNanos _ -> moment(value, NANOS_OF_A_SECOND, 1);
            case LogicalTypes.LocalTimestampMillis _,
                    LogicalTypes.LocalTimestampMicros _,
                    LogicalTypes.LocalTimestampNanos _ -> new Scalar.Other("a local timestamp, which has no time zone");
            case null, default -> new Scalar.Whole(value);
        };
    }

    private static Scalar ofBytes(byte[] value, @Nullable LogicalType type) {
        if (type instanceof LogicalTypes.Decimal decimal) {
            return decimal(value, decimal.getScale());
        }
        if (type instanceof LogicalTypes.Uuid && value.length == UUID_BYTES) {
            ByteBuffer bits = ByteBuffer.wrap(value);
            return new Scalar.Id(new UUID(bits.getLong(), bits.getLong()));
        }
        return new Scalar.Binary(value);
    }

    private static Scalar decimal(byte[] unscaled, int scale) {
        if (unscaled.length == 0) {
            throw Refusal.unreadable("the payload is not Avro of its schema: a decimal has no digits");
        }
        if (unscaled.length > PayloadLimits.MAX_NUMBER_LENGTH || scale > PayloadLimits.MAX_EXPONENT) {
            throw Refusal.beyondLimit("a decimal has too many digits");
        }
        return new Scalar.Exact(new BigDecimal(new BigInteger(unscaled), scale));
    }

    private static Scalar timeOfDay(long value, long nanos) {
        if (value < 0 || value >= MILLIS_OF_A_DAY * NANOS_OF_A_MILLI / nanos) {
            throw Refusal.unreadable("the payload is not Avro of its schema: a time of day is beyond the day");
        }
        return new Scalar.TimeOfDay(LocalTime.ofNanoOfDay(value * nanos));
    }

    private static Scalar moment(long value, long perSecond, long nanos) {
        return new Scalar.Moment(
                Instant.ofEpochSecond(Math.floorDiv(value, perSecond), Math.floorMod(value, perSecond) * nanos));
    }

    private static Scalar symbol(List<String> symbols, int index) {
        if (index < 0 || index >= symbols.size()) {
            throw Refusal.unreadable("the payload is not Avro of its schema: an enum has no such symbol");
        }
        return new Scalar.Text(symbols.get(index));
    }

    private static IllegalStateException notScalar(Schema schema) {
        return new IllegalStateException(schema.getType() + " is no single value");
    }
}
