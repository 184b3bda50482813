package dev.startide.domain.normalize;

import dev.startide.domain.normalize.Converted.Problem;
import dev.startide.domain.normalize.Converted.Value;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.schema.LogicalType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Conversion into the type of one declared field, and into one of its allowed values where it
/// names any. Immutable.
public final class FieldConversion {

    private final LogicalType type;
    private final Set<Object> allowed;

    private FieldConversion(LogicalType type, Set<Object> allowed) {
        this.type = type;
        this.allowed = allowed;
    }

    /// The conversion for a field. Allowed values are read as values of the field's type, so that
    /// `1.5` allows 1.50 in a `decimal(4,2)`.
    ///
    /// @throws IllegalArgumentException if an allowed value is none of the field's type
    public static FieldConversion of(Field.Scalar field) {
        return new FieldConversion(field.type(), typed(field.allowed(), field));
    }

    public Converted convert(Scalar value) {
        Converted converted = Conversions.convert(value, type);
        return allowed.isEmpty() ? converted : onlyAllowed(converted);
    }

    private Converted onlyAllowed(Converted converted) {
        return switch (converted) {
            case Value(Object value)
            when !allowed.contains(comparable(value)) ->
                new Problem(
                        Reason.VALUE_NOT_ALLOWED,
                        "expected one of %d allowed values, found another".formatted(allowed.size()));
            case Value _, Problem _ -> converted;
        };
    }

    private static Set<Object> typed(List<String> allowed, Field.Scalar field) {
        return allowed.stream()
                .map(text -> switch (Conversions.convert(new Scalar.Text(text), field.type())) {
                    case Value(Object value) -> comparable(value);
                    case Problem(var _, String message) ->
                        throw new IllegalArgumentException(
                                "Allowed value of field %s: %s".formatted(field.name(), message));
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Object comparable(Object value) {
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }
}
