package dev.startide.adapter.outbound.payload;

import dev.startide.domain.event.Payload;
import dev.startide.domain.event.PayloadSchema;
import dev.startide.domain.normalize.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What messages of key and value are read with.
///
/// @param isInline whether the key is in the payload; in a header otherwise
record KeyValueSchema(boolean isInline, Part key, Part value) {

    /// How one of the two is read.
    ///
    /// @param type of Pulsar's schema, in small letters
    record Part(String type, Optional<PayloadSchema> schema) {

        /// The bytes as a payload of their own.
        Payload payload(byte[] bytes) {
            if (schema.isPresent()) {
                return new Payload.WithSchema("avro/binary", bytes, schema.get());
            }
            return switch (type) {
                case "json" -> new Payload.SelfDescribing("application/json", bytes);
                case "string", "bytes", "none" -> new Payload.SelfDescribing("", bytes);
                default -> new Payload.SelfDescribing(MediaType.PULSAR + type, bytes);
            };
        }
    }

    /// Reads the definition that the source wrote down: a JSON object.
    ///
    /// @throws Refusal if it is none
    static KeyValueSchema parse(String definition) {
        Object tree =
                DecodedEvent.tree(target -> JsonDecoder.decode(definition.getBytes(StandardCharsets.UTF_8), target));
        Map<String, @Nullable Object> parts = Trees.object(tree, "the schema");
        return new KeyValueSchema(
                "inline".equals(text(parts, "encoding")), part(parts.get("key")), part(parts.get("value")));
    }

    private static Part part(@Nullable Object tree) {
        Map<String, @Nullable Object> part = Trees.object(tree, "a part of the schema");
        return new Part(
                text(part, "type"),
                part.containsKey("definition")
                        ? Optional.of(new PayloadSchema("avro", text(part, "definition")))
                        : Optional.empty());
    }

    private static String text(Map<String, @Nullable Object> object, String name) {
        return object.get(name) instanceof Scalar.Text(String value) ? value : "";
    }
}
