package dev.startide.app.language;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.warehouse.language.Part;
import dev.startide.warehouse.language.SourceParts;
import dev.startide.warehouse.mapping.SourceKind;
import java.io.IOException;
import java.util.List;

/// What a JSON Schema says of sources: one of the kinds that there are, with its options.
final class KindSchema {

    private final JsonGenerator json;
    private final ShapeSchema shapes;

    KindSchema(JsonGenerator json, ShapeSchema shapes) {
        this.json = json;
        this.shapes = shapes;
    }

    void write(Part beside, List<SourceKind> kinds) throws IOException {
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        shapes.writeKeys(beside);
        for (SourceKind kind : kinds) {
            json.writeObjectFieldStart(kind.name());
            writeOptions(kind);
            json.writeEndObject();
        }
        json.writeEndObject();
        writeOneOf(kinds);
    }

    private void writeOptions(SourceKind kind) throws IOException {
        ShapeSchema.writeTexts(json, "type", List.of("object", "null"));
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        for (String option : kind.options().stream().sorted().toList()) {
            json.writeObjectFieldStart(option);
            json.writeStringField("$ref", ShapeSchema.SCALAR);
            json.writeEndObject();
        }
        shapes.writeKeys(SourceParts.OPTIONS);
        json.writeEndObject();
    }

    private void writeOneOf(List<SourceKind> kinds) throws IOException {
        json.writeArrayFieldStart("oneOf");
        for (SourceKind kind : kinds) {
            json.writeStartObject();
            ShapeSchema.writeTexts(json, "required", List.of(kind.name()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
