package dev.startide.app.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.startide.warehouse.language.Key;
import dev.startide.warehouse.language.ModelParts;
import dev.startide.warehouse.language.Part;
import dev.startide.warehouse.mapping.SourceKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/// The JSON Schema of model files, by which editors complete keys, show what they mean and mark
/// what cannot be.
///
/// Made from the same definitions that model files are read by. It knows the form of a file, not
/// whether names in it mean anything: that is what `validate` tells. Of draft 7, which the editors
/// understand.
public final class ModelSchema {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ModelSchema() {}

    /// The schema, as text of many lines.
    ///
    /// @param kinds the kinds of sources that models may name
    public static String of(Collection<SourceKind> kinds) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).setPrettyPrinter(indenting())) {
            write(json, new ShapeSchema(json, kinds));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    private static DefaultPrettyPrinter indenting() {
        var indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    private static void write(JsonGenerator json, ShapeSchema shapes) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "http://json-schema.org/draft-07/schema#");
        json.writeStringField("title", "The model of a Startide warehouse");
        writeWhichFile(json);
        json.writeObjectFieldStart("definitions");
        for (Part part : ModelParts.all()) {
            if (!shapes.isWrittenInPlace(part)) {
                writeDefinition(json, part, shapes);
            }
        }
        writeDefinition(json, ModelParts.INCLUDED, shapes);
        shapes.writeShared();
        json.writeEndObject();
        json.writeEndObject();
    }

    /// A file that says neither version nor name is one that another file includes.
    private static void writeWhichFile(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("if");
        json.writeNumberField("minProperties", 1);
        json.writeObjectFieldStart("not");
        json.writeArrayFieldStart("anyOf");
        for (String key : List.of("version", "name")) {
            json.writeStartObject();
            ShapeSchema.writeTexts(json, "required", List.of(key));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        writeReference(json, "then", ModelParts.INCLUDED);
        writeReference(json, "else", ModelParts.MODEL);
    }

    private static void writeReference(JsonGenerator json, String field, Part part) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("$ref", ShapeSchema.reference(part));
        json.writeEndObject();
    }

    private static void writeDefinition(JsonGenerator json, Part part, ShapeSchema shapes) throws IOException {
        json.writeObjectFieldStart(part.name());
        write(json, part, shapes);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Part part, ShapeSchema shapes) throws IOException {
        json.writeStringField("type", "object");
        shapes.writeMeaning(part.meaning(), "");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        shapes.writeKeys(part);
        json.writeEndObject();
        List<String> required = part.keys().stream()
                .filter(key -> key.presence() == Key.Presence.REQUIRED)
                .map(Key::name)
                .toList();
        if (!required.isEmpty()) {
            ShapeSchema.writeTexts(json, "required", required);
        }
    }
}
