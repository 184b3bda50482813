package dev.startide.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/// Answers for machines.
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /// Writes the fields of one object.
    @FunctionalInterface
    public interface Fields<T> {

        void write(JsonGenerator json, T of) throws IOException;
    }

    /// A list of objects, as text of one line.
    public static <T> String array(Collection<T> items, Fields<T> fields) {
        return text(json -> writeArray(json, items, fields));
    }

    /// One object, as text of one line.
    public static <T> String object(T of, Fields<T> fields) {
        return text(json -> {
            json.writeStartObject();
            fields.write(json, of);
            json.writeEndObject();
        });
    }

    /// A list of objects as the value of a field that was just named, or as a whole.
    public static <T> void writeArray(JsonGenerator json, Collection<T> items, Fields<T> fields) throws IOException {
        json.writeStartArray();
        for (T item : items) {
            json.writeStartObject();
            fields.write(json, item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Texts by name as a field that holds one object.
    public static void writeTexts(JsonGenerator json, String field, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private interface Content {

        void write(JsonGenerator json) throws IOException;
    }

    private static String text(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            content.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
