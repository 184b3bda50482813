package dev.startide.adapter.outbound.payload;

import dev.startide.adapter.outbound.payload.ColumnTypes.Known.Column;
import dev.startide.domain.normalize.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/// What an envelope tells of the types of its columns beside their values.
sealed interface ColumnTypes {

    /// What stands for a long value that the change left as it was, and that the database did not
    /// log again.
    String UNAVAILABLE = "__debezium_unavailable_value";

    /// Nothing: JSON without its schema part.
    record Unknown() implements ColumnTypes {}

    /// The schema that the envelope was written with, as far as it gives a meaning to values that
    /// they do not show.
    record Known(Map<String, Column> columns) implements ColumnTypes {

        /// @param type the type in Kafka Connect's words, such as `int64`
        /// @param meaning the name of its schema, such as `io.debezium.time.Date`; may be empty
        /// @param scale the digits behind the point of a decimal
        record Column(String type, String meaning, int scale) {}
    }

    /// A row, with values as what they mean where that is known; without those that were not
    /// logged, so that nothing is said of them.
    default Map<String, @Nullable Object> read(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> read = new HashMap<>();
        row.forEach((name, value) -> {
            if (!isUnavailable(value)) {
                read.put(name, meant(name, value));
            }
        });
        return read;
    }

    private @Nullable Object meant(String name, @Nullable Object value) {
        return switch (this) {
            case Unknown _ -> value;
            case Known(var columns) ->
                value != null && columns.containsKey(name)
                        ? ColumnMeaning.of(columns.get(name)).apply(value)
                        : value;
        };
    }

    private static boolean isUnavailable(@Nullable Object value) {
        return switch (value) {
            case Scalar.Text(String text) -> text.equals(UNAVAILABLE) || text.equals(ColumnMeaning.UNAVAILABLE_BASE64);
            case Scalar.Binary(byte[] bytes) -> ColumnMeaning.isUnavailable(bytes);
            case null, default -> false;
        };
    }

    /// From the schema part of a JSON document.
    static ColumnTypes ofSchemaPart(@Nullable Object schema) {
        if (!(schema instanceof Map<?, ?> envelope)) {
            return new Unknown();
        }
        Map<String, Column> columns = new HashMap<>();
        for (Object image : fields(envelope)) {
            if (image instanceof Map<?, ?> row
                    && (isNamed(row, ChangeEnvelope.AFTER) || isNamed(row, ChangeEnvelope.BEFORE))) {
                fields(row).forEach(field -> add(field, columns));
            }
        }
        return new Known(columns);
    }

    /// From the schema that an Avro record was written with.
    static ColumnTypes ofAvro(Schema schema) {
        Map<String, Column> columns = new HashMap<>();
        for (String image : List.of(ChangeEnvelope.BEFORE, ChangeEnvelope.AFTER)) {
            Schema.Field row = schema.getType() == Schema.Type.RECORD ? schema.getField(image) : null;
            if (row != null && AvroColumns.valueOf(row.schema()).getType() == Schema.Type.RECORD) {
                AvroColumns.valueOf(row.schema())
                        .getFields()
                        .forEach(field -> columns.put(field.name(), AvroColumns.of(field.schema())));
            }
        }
        return new Known(columns);
    }

    private static List<?> fields(Map<?, ?> struct) {
        return struct.get("fields") instanceof List<?> fields ? fields : List.of();
    }

    private static boolean isNamed(Map<?, ?> field, String name) {
        return text(field, "field").filter(name::equals).isPresent();
    }

    private static void add(@Nullable Object field, Map<String, Column> columns) {
        if (field instanceof Map<?, ?> column) {
            text(column, "field")
                    .ifPresent(name -> columns.put(
                            name,
                            new Column(
                                    text(column, "type").orElse(""),
                                    text(column, "name").orElse(""),
                                    ColumnMeaning.scale(
                                            column.get("parameters") instanceof Map<?, ?> parameters
                                                    ? text(parameters, "scale").orElse("")
                                                    : ""))));
        }
    }

    private static Optional<String> text(Map<?, ?> members, String name) {
        return members.get(name) instanceof Scalar.Text(String text) ? Optional.of(text) : Optional.empty();
    }
}
