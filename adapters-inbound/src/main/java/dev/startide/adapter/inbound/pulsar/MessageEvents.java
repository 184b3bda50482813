package dev.startide.adapter.inbound.pulsar;

import dev.startide.adapter.inbound.decode.CloudEventId;
import dev.startide.adapter.inbound.decode.Headers;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.Payload;
import dev.startide.domain.event.PayloadSchema;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.common.schema.SchemaInfo;
import org.apache.pulsar.common.schema.SchemaType;

/// Makes events of the messages of a partition. Nothing is decoded and nothing refused: what a
/// message says, if it says anything readable, is for the load to find out.
///
/// Used by one thread.
final class MessageEvents {

    static final String JSON = "application/json";
    static final String AVRO = "avro/binary";

    private final PayloadFormat format;
    private final Clock clock;
    private final WriterSchemas schemas = new WriterSchemas();

    /// @param format what payloads are where the topic has no schema
    MessageEvents(PayloadFormat format, Clock clock) {
        this.format = format;
        this.clock = clock;
    }

    IncomingEvent of(Message<?> message) throws PulsarClientException {
        return new IncomingEvent(
                identity(message.getProperties()), headers(message), clock.instant(), payload(message));
    }

    /// By position, unless the sender gave CloudEvents attributes.
    private static Identity identity(Map<String, String> properties) {
        String id = properties.get("ce-id");
        String source = properties.get("ce-source");
        Optional<Identity> given = id == null || source == null ? Optional.empty() : CloudEventId.of(source, id);
        return given.orElseGet(Identity.InContent::new);
    }

    private static Map<String, String> headers(Message<?> message) {
        Map<String, String> headers = new HashMap<>(message.getProperties());
        if (message.hasKey()) {
            headers.put("pulsar-key", message.getKey());
        }
        headers.put(
                "pulsar-publish-time",
                Instant.ofEpochMilli(message.getPublishTime()).toString());
        if (message.getEventTime() > 0) {
            headers.put(
                    "pulsar-event-time",
                    Instant.ofEpochMilli(message.getEventTime()).toString());
        }
        return Headers.bounded(headers);
    }

    private Payload payload(Message<?> message) throws PulsarClientException {
        byte[] data = message.getData();
        byte[] bytes = data == null ? new byte[0] : data;
        Optional<SchemaInfo> schema = schemas.of(message);
        SchemaType type = schema.map(SchemaInfo::getType).orElse(SchemaType.NONE);
        if (type == SchemaType.AVRO) {
            String definition = schema.orElseThrow().getSchemaDefinition();
            return new Payload.WithSchema(AVRO, bytes, new PayloadSchema("avro", definition));
        }
        boolean isAvro = type != SchemaType.JSON && format == PayloadFormat.AVRO;
        return new Payload.SelfDescribing(isAvro ? AVRO : JSON, bytes);
    }
}
