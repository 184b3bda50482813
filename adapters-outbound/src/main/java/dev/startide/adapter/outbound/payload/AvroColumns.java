package dev.startide.adapter.outbound.payload;

import dev.startide.adapter.outbound.payload.ColumnTypes.Known.Column;
import java.util.Map;
import org.apache.avro.Schema;

/// Columns in the Avro schemas that Kafka Connect writes: what a value means stands in the property
/// `connect.name`.
final class AvroColumns {

    private AvroColumns() {}

    /// The schema of a value that is there, where there may be none.
    static Schema valueOf(Schema schema) {
        return schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema)
                : schema;
    }

    static Column of(Schema field) {
        Schema value = valueOf(field);
        String meaning = value.getObjectProp("connect.name") instanceof String name ? name : "";
        String scale = value.getObjectProp("connect.parameters") instanceof Map<?, ?> parameters
                ? String.valueOf(parameters.get("scale"))
                : "";
        return new Column(value.getType().getName(), meaning, ColumnMeaning.scale(scale));
    }
}
