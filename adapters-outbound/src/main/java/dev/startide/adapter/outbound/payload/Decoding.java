package dev.startide.adapter.outbound.payload;

import dev.startide.adapter.outbound.payload.Unwrapping.Message;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.Payload;
import dev.startide.domain.normalize.Scalar;
import dev.startide.domain.port.outbound.Expressions.Envelope;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/// Leads payloads to the decoder that reads them. Safe for use by many threads.
final class Decoding {

    private final AvroSchemas schemas = new AvroSchemas();

    /// @throws Refusal if the bytes are not what they are said to be, or what the target says
    void decode(Payload payload, MediaType media, Target target) {
        switch (media) {
            case JSON, CLOUD_EVENT -> JsonDecoder.decode(payload.bytes(), target);
            case AVRO -> AvroDecoder.decode(payload.bytes(), writtenWith(payload), target);
            case BARE_VALUE ->
                BareValues.decode(payload.contentType().substring(MediaType.PULSAR.length()), payload.bytes(), target);
        }
    }

    DecodedEvent decoded(IncomingEvent event, Payload value, MediaType media) {
        Object tree = tree(value, media);
        return media == MediaType.CLOUD_EVENT ? DecodedEvent.ofCloudEvent(tree) : DecodedEvent.ofData(tree, event);
    }

    @Nullable
    Object tree(Payload payload, MediaType media) {
        return DecodedEvent.tree(target -> decode(payload, media, target));
    }

    /// The schema that the payload was written with; none for what has none.
    Optional<Schema> schemaOf(Payload payload, MediaType media) {
        return switch (media) {
            case JSON, CLOUD_EVENT, BARE_VALUE -> Optional.empty();
            case AVRO -> Optional.of(writtenWith(payload));
        };
    }

    /// What came around a payload, as far as the source's expressions speak of it.
    ///
    /// @throws Refusal if the key is not of its schema
    Envelope envelope(LoggedEvent logged, SourcePlan source, Message message) {
        return source.isAboutEnvelope()
                ? new Envelope(key(message.key()), message.headers(logged.event()))
                : Envelope.NONE;
    }

    private Schema writtenWith(Payload payload) {
        return schemas.parsed(payload.writtenWith()
                .orElseThrow(() -> Refusal.unreadable("the payload is Avro and came without its schema")));
    }

    /// The key of a message as a tree: an object where its schema has fields, a single value
    /// otherwise, null where there is none.
    ///
    /// @throws Refusal if its bytes are not of its schema
    @Nullable
    Object key(Unwrapping.Key key) {
        return switch (key) {
            case Unwrapping.Key.None() -> null;
            case Unwrapping.Key.Plain(String text) -> new Scalar.Text(text);
            case Unwrapping.Key.Typed(KeyValueSchema.Part schema, byte[] bytes) -> key(schema, bytes);
        };
    }

    private @Nullable Object key(KeyValueSchema.Part schema, byte[] bytes) {
        if (schema.type().equals("string")) {
            if (!Utf8.isValid(bytes, 0, bytes.length)) {
                throw Refusal.unreadable("the key is not UTF-8");
            }
            return new Scalar.Text(new String(bytes, StandardCharsets.UTF_8));
        }
        if (schema.type().equals("bytes") || schema.type().equals("none")) {
            return new Scalar.Binary(bytes);
        }
        if (BareValues.isRead(schema.type())) {
            return BareValues.read(schema.type(), bytes);
        }
        Payload payload = schema.payload(bytes);
        MediaType media = MediaType.of(payload.contentType(), PayloadFormat.JSON);
        return tree(payload, media);
    }
}
