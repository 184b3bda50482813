package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.event.Payload;
import dev.startide.domain.event.PayloadSchema;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.common.api.EncryptionContext;
import org.apache.pulsar.common.schema.SchemaInfo;
import org.apache.pulsar.common.schema.SchemaType;

/// Makes payloads of messages: their bytes as they came, and what they have to be read with.
///
/// What only Pulsar has is named by media types that begin with [#VENDOR]: the type of the schema
/// in small letters, `key_value`, `encrypted`.
///
/// Used by one thread.
final class MessagePayloads {

    static final String JSON = "application/json";
    static final String AVRO = "avro/binary";
    static final String VENDOR = "application/vnd.apache.pulsar.";
    static final String ENCRYPTED = VENDOR + "encrypted";
    static final String KEY_VALUE = VENDOR + "key_value";

    private static final byte[] NOTHING = {};

    private final PayloadFormat format;
    private final WriterSchemas schemas;

    /// @param format what payloads are where the topic has no schema, or one of mere bytes or text
    MessagePayloads(PayloadFormat format, WriterSchemas schemas) {
        this.format = format;
        this.schemas = schemas;
    }

    Payload of(Message<byte[]> message) throws PulsarClientException {
        byte[] data = message.getData();
        byte[] bytes = data == null ? NOTHING : data;
        if (message.getEncryptionCtx().filter(EncryptionContext::isEncrypted).isPresent()) {
            return new Payload.SelfDescribing(ENCRYPTED, bytes);
        }
        Optional<SchemaInfo> schema = schemas.of(message);
        return schema.isEmpty() ? plain(bytes) : with(schema.get(), bytes);
    }

    private Payload plain(byte[] bytes) {
        return new Payload.SelfDescribing(
                switch (format) {
                    case AVRO -> AVRO;
                    case JSON, DEBEZIUM -> JSON;
                },
                bytes);
    }

    /// Which types of schemas there are is up to Pulsar; those that nobody can read are refused by
    /// the load.
    private Payload with(SchemaInfo schema, byte[] bytes) {
        SchemaType type = schema.getType();
        return switch (type) {
            case AVRO -> new Payload.WithSchema(AVRO, bytes, new PayloadSchema("avro", schema.getSchemaDefinition()));
            case JSON -> new Payload.SelfDescribing(JSON, bytes);
            case STRING, BYTES, NONE -> plain(bytes);
            case KEY_VALUE -> new Payload.WithSchema(KEY_VALUE, bytes, KeyValueDefinition.of(schema));
            default -> new Payload.SelfDescribing(VENDOR + type.name().toLowerCase(Locale.ROOT), bytes);
        };
    }
}
