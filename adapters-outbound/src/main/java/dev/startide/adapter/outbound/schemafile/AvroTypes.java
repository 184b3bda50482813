package dev.startide.adapter.outbound.schemafile;

import dev.startide.warehouse.mapping.DescribedField.Content;
import dev.startide.warehouse.schema.LogicalType;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/// Types of Avro and their counterparts. `docs/types.md` shows them.
final class AvroTypes {

    private AvroTypes() {}

    /// What a single value is.
    static Content of(Schema schema) {
        org.apache.avro.@Nullable LogicalType meaning = schema.getLogicalType();
        return switch (schema.getType()) {
            case BOOLEAN -> value(new LogicalType.Bool());
            case INT -> value(ofInt(meaning));
            case LONG -> ofLong(meaning);
            case FLOAT, DOUBLE -> value(new LogicalType.Floating());
            case BYTES, FIXED -> ofBytes(meaning);
            case STRING ->
                value(meaning instanceof LogicalTypes.Uuid ? new LogicalType.Uuid() : new LogicalType.Text());
            case ENUM -> new Content.Value(new LogicalType.Text(), schema.getEnumSymbols());
            case RECORD, ARRAY, MAP, UNION, NULL ->
                throw new IllegalArgumentException(schema.getType() + " is no single value");
        };
    }

    private static LogicalType ofInt(org.apache.avro.@Nullable LogicalType meaning) {
        return switch (meaning) {
            case LogicalTypes.Date _ -> new LogicalType.Date();
            case LogicalTypes.TimeMillis _ -> new LogicalType.Time();
            case null, default -> new LogicalType.Int();
        };
    }

    private static Content ofLong(org.apache.avro.@Nullable LogicalType meaning) {
        return switch (meaning) {
            case LogicalTypes.TimeMicros _ -> value(new LogicalType.Time());
            case LogicalTypes.TimestampMillis _, LogicalTypes.TimestampMicros _, LogicalTypes.TimestampNanos _ ->
                value(new LogicalType.Timestamp());
            case LogicalTypes.LocalTimestampMillis _,
                    LogicalTypes.LocalTimestampMicros _,
                    LogicalTypes.LocalTimestampNanos _ ->
                new Content.Unreadable("a local timestamp, which has no time zone");
            case null, default -> value(new LogicalType.BigInt());
        };
    }

    private static Content ofBytes(org.apache.avro.@Nullable LogicalType meaning) {
        return switch (meaning) {
            case LogicalTypes.Decimal decimal
            when decimal.getPrecision() > LogicalType.MAX_PRECISION ->
                new Content.Unreadable("a decimal of more than %d digits".formatted(LogicalType.MAX_PRECISION));
            case LogicalTypes.Decimal decimal ->
                value(new LogicalType.Decimal(decimal.getPrecision(), decimal.getScale()));
            case LogicalTypes.Uuid _ -> value(new LogicalType.Uuid());
            case null, default -> value(new LogicalType.Bytes());
        };
    }

    private static Content value(LogicalType type) {
        return new Content.Value(type, List.of());
    }
}
