package dev.startide.adapter.inbound.pulsar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.startide.domain.event.PayloadSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import org.apache.pulsar.client.impl.schema.KeyValueSchemaInfo;
import org.apache.pulsar.common.schema.SchemaInfo;
import org.apache.pulsar.common.schema.SchemaType;

/// Writes down what a message of key and value has to be read with, as a JSON object: `encoding`
/// (`inline` or `separated`), and for `key` and `value` each the `type` of its schema and, where
/// bytes cannot be read without, its `definition`.
final class KeyValueDefinition {

    private static final JsonFactory FACTORY = new JsonFactory();

    private KeyValueDefinition() {}

    static PayloadSchema of(SchemaInfo schema) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            var parts = KeyValueSchemaInfo.decodeKeyValueSchemaInfo(schema);
            json.writeStartObject();
            json.writeStringField(
                    "encoding",
                    KeyValueSchemaInfo.decodeKeyValueEncodingType(schema).name().toLowerCase(Locale.ROOT));
            part(json, "key", parts.getKey());
            part(json, "value", parts.getValue());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException("Text in memory cannot fail to be written", impossible);
        }
        return new PayloadSchema("pulsar-key-value", text.toString());
    }

    private static void part(JsonGenerator json, String name, SchemaInfo schema) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("type", schema.getType().name().toLowerCase(Locale.ROOT));
        if (schema.getType() == SchemaType.AVRO) {
            json.writeStringField("definition", schema.getSchemaDefinition());
        }
        json.writeEndObject();
    }
}
