package dev.startide.adapter.outbound.schemafile;

import dev.startide.warehouse.mapping.DescribedField;
import dev.startide.warehouse.mapping.DescribedField.Content;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.validation.FieldSchemas.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/// The fields that an Avro schema describes.
final class AvroFields {

    /// Records within each other that are looked into; what lies deeper is JSON.
    private static final int MAX_DEPTH = 8;

    private AvroFields() {}

    static Outcome read(String text) {
        Optional<Schema> schema = parsed(text);
        if (schema.isEmpty()) {
            return new Outcome.Unusable("is no Avro schema", "Check it with Avro's own tools.");
        }
        return schema.get().getType() == Schema.Type.RECORD
                ? new Outcome.Described(fields(schema.get(), 0))
                : new Outcome.Unusable(
                        "describes no record", "An event is a record: put the schema of its record there.");
    }

    /// The parser stumbles over odd texts in many ways.
    private static Optional<Schema> parsed(String text) {
        try {
            return Optional.of(new Schema.Parser().parse(text));
        } catch (RuntimeException invalid) {
            return Optional.empty();
        }
    }

    private static List<DescribedField> fields(Schema record, int depth) {
        List<DescribedField> fields = new ArrayList<>();
        for (Schema.Field field : record.getFields()) {
            boolean mayBeNull = field.schema().isNullable();
            fields.add(new DescribedField(
                    field.name(),
                    content(field.schema(), depth),
                    mayBeNull ? Presence.OPTIONAL : Presence.REQUIRED,
                    field.doc() == null ? "" : field.doc().strip()));
        }
        return fields;
    }

    private static Content content(Schema schema, int depth) {
        return switch (schema.getType()) {
            case UNION -> union(schema, depth);
            case RECORD -> depth < MAX_DEPTH ? new Content.Members(fields(schema, depth + 1)) : json();
            case ARRAY -> list(schema.getElementType(), depth);
            case MAP -> json();
            case NULL -> new Content.Unreadable("nothing but null");
            case BOOLEAN, INT, LONG, FLOAT, DOUBLE, BYTES, FIXED, STRING, ENUM -> AvroTypes.of(schema);
        };
    }

    /// What a union may be beside null; JSON if that are several things.
    private static Content union(Schema union, int depth) {
        List<Schema> branches = union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        return switch (branches.size()) {
            case 0 -> new Content.Unreadable("nothing but null");
            case 1 -> content(branches.getFirst(), depth);
            default -> json();
        };
    }

    private static Content list(Schema element, int depth) {
        return element.getType() == Schema.Type.RECORD && depth < MAX_DEPTH
                ? new Content.Elements(fields(element, depth + 1))
                : json();
    }

    private static Content json() {
        return new Content.Value(new LogicalType.Json(), List.of());
    }
}
