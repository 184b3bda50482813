package dev.startide.adapter.outbound.schemafile;

import dev.startide.warehouse.mapping.DescribedField.Content;
import dev.startide.warehouse.schema.LogicalType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Types of JSON Schema and their counterparts. `docs/types.md` shows them.
final class JsonSchemaTypes {

    /// Digits of a number of which only those behind the point are known.
    private static final int PRECISION = 38;

    private static final BigDecimal GREATEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LEAST_INT = BigDecimal.valueOf(Integer.MIN_VALUE);

    private JsonSchemaTypes() {}

    /// What a single value is.
    static Content of(String type, Map<String, Object> schema) {
        return switch (type) {
            case "boolean" -> value(new LogicalType.Bool());
            case "integer" -> value(fitsInt(schema) ? new LogicalType.Int() : new LogicalType.BigInt());
            case "number" -> value(number(schema));
            case "string" -> new Content.Value(text(schema), allowed(schema));
            default -> value(new LogicalType.Json());
        };
    }

    private static boolean fitsInt(Map<String, Object> schema) {
        return schema.get("minimum") instanceof BigDecimal least
                && schema.get("maximum") instanceof BigDecimal most
                && least.compareTo(LEAST_INT) >= 0
                && most.compareTo(GREATEST_INT) <= 0;
    }

    /// Only what says of how many digits it is can be exact.
    private static LogicalType number(Map<String, Object> schema) {
        if (!(schema.get("multipleOf") instanceof BigDecimal step)) {
            return new LogicalType.Floating();
        }
        int scale = Math.max(0, step.stripTrailingZeros().scale());
        return scale < PRECISION ? new LogicalType.Decimal(PRECISION, scale) : new LogicalType.Floating();
    }

    private static LogicalType text(Map<String, Object> schema) {
        if ("base64".equals(schema.get("contentEncoding"))) {
            return new LogicalType.Bytes();
        }
        return switch (String.valueOf(schema.get("format"))) {
            case "date-time" -> new LogicalType.Timestamp();
            case "date" -> new LogicalType.Date();
            case "time" -> new LogicalType.Time();
            case "uuid" -> new LogicalType.Uuid();
            default -> new LogicalType.Text();
        };
    }

    /// Only text can be one of a few words.
    private static List<String> allowed(Map<String, Object> schema) {
        return schema.get("enum") instanceof List<?> values && text(schema) instanceof LogicalType.Text
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static Content value(LogicalType type) {
        return new Content.Value(type, List.of());
    }
}
