package dev.startide.adapter.outbound.payload;

import dev.startide.domain.event.Payload;
import dev.startide.domain.normalize.Scalar;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Leads payloads to the decoder that reads them. Safe for use by many threads.
final class Decoding {

    private final AvroSchemas schemas = new AvroSchemas();

    /// @throws Refusal if the bytes are not what they are said to be, or what the target says
    void decode(Payload payload, MediaType media, Target target) {
        switch (media) {
            case JSON, CLOUD_EVENT -> JsonDecoder.decode(payload.bytes(), target);
            case AVRO -> {
                var schema = payload.writtenWith()
                        .orElseThrow(() -> Refusal.unreadable("the payload is Avro and came without its schema"));
                AvroDecoder.decode(payload.bytes(), schemas.parsed(schema), target);
            }
            case BARE_VALUE ->
                BareValues.decode(payload.contentType().substring(MediaType.PULSAR.length()), payload.bytes(), target);
        }
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
        return DecodedEvent.tree(target -> decode(payload, media, target));
    }
}
