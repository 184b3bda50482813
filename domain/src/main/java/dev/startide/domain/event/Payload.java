package dev.startide.domain.event;

import java.util.Optional;

/// What an event says, as the bytes that arrived. The array is not copied; nobody changes it.
///
/// Two payloads are equal only if they share the array; compare [#bytes] where the content is
/// meant.
public sealed interface Payload {

    /// A media type such as `application/json`.
    String contentType();

    byte[] bytes();

    /// Bytes that say by themselves how they are read.
    record SelfDescribing(String contentType, byte[] bytes) implements Payload {
        @Override
        public String toString() {
            return "%s, %d bytes".formatted(contentType, bytes.length);
        }
    }

    /// Bytes that are read with the schema they were written with.
    record WithSchema(String contentType, byte[] bytes, PayloadSchema schema) implements Payload {
        @Override
        public String toString() {
            return "%s with %s schema, %d bytes".formatted(contentType, schema.kind(), bytes.length);
        }
    }

    /// The schema, where there is one.
    default Optional<PayloadSchema> writtenWith() {
        return switch (this) {
            case SelfDescribing _ -> Optional.empty();
            case WithSchema(var _, var _, var schema) -> Optional.of(schema);
        };
    }
}
