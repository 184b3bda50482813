package dev.startide.adapter.outbound.payload;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.Payload;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Takes messages apart into key and value. Safe for use by many threads.
final class Unwrapping {

    private static final String KEY_VALUE = MediaType.PULSAR + "key_value";
    private static final String KEY = "pulsar-key";
    private static final String TOMBSTONE = "pulsar-tombstone";
    private static final byte[] NOTHING = {};

    /// A topic has few versions of its schema.
    private static final int MAX_SCHEMAS = 1_000;

    private final Cache<String, KeyValueSchema> schemas =
            Caffeine.newBuilder().maximumSize(MAX_SCHEMAS).build();

    /// A message, taken apart.
    ///
    /// @param isGone whether it has no value: it says that what its key names is gone
    record Message(Key key, Payload value, boolean isGone) {

        /// The headers, which say that there is no value even if that stands in the payload.
        Map<String, String> headers(IncomingEvent event) {
            if (!isGone || event.headers().containsKey(TOMBSTONE)) {
                return event.headers();
            }
            Map<String, String> headers = new HashMap<>(event.headers());
            headers.put(TOMBSTONE, "true");
            return headers;
        }
    }

    /// The key of a message.
    sealed interface Key {

        /// There is none.
        record None() implements Key {}

        /// Text, as it came in a header.
        record Plain(String text) implements Key {}

        /// With a schema of its own.
        record Typed(KeyValueSchema.Part schema, byte[] bytes) implements Key {}
    }

    /// @throws Refusal if it cannot be taken apart
    Message unwrap(IncomingEvent event) {
        Optional<String> key = Optional.ofNullable(event.headers().get(KEY));
        boolean isGone = event.headers().containsKey(TOMBSTONE) && event.bytes() == 0;
        if (event.payload() instanceof Payload.WithSchema(String type, byte[] bytes, var written)
                && type.equals(KEY_VALUE)) {
            KeyValueSchema schema = schemas.get(written.definition(), KeyValueSchema::parse);
            return schema.isInline()
                    ? inline(schema, ByteBuffer.wrap(bytes))
                    : new Message(separated(schema, key), schema.value().payload(bytes), isGone);
        }
        return new Message(key.<Key>map(Key.Plain::new).orElseGet(Key.None::new), event.payload(), isGone);
    }

    private static Key separated(KeyValueSchema schema, Optional<String> header) {
        try {
            return header.<Key>map(key ->
                            new Key.Typed(schema.key(), Base64.getDecoder().decode(key)))
                    .orElseGet(Key.None::new);
        } catch (IllegalArgumentException cut) {
            throw Refusal.unreadable("the key of the message is too long, or not in base64");
        }
    }

    private static Message inline(KeyValueSchema schema, ByteBuffer bytes) {
        Optional<byte[]> key = next(bytes);
        Optional<byte[]> value = next(bytes);
        if (bytes.hasRemaining()) {
            throw notOne();
        }
        return new Message(
                key.<Key>map(found -> new Key.Typed(schema.key(), found)).orElseGet(Key.None::new),
                schema.value().payload(value.orElse(NOTHING)),
                value.isEmpty());
    }

    /// A length and as many bytes; none if the length is -1.
    private static Optional<byte[]> next(ByteBuffer bytes) {
        int length = bytes.remaining() < Integer.BYTES ? Integer.MAX_VALUE : bytes.getInt();
        if (length == -1) {
            return Optional.empty();
        }
        if (length < 0 || length > bytes.remaining()) {
            throw notOne();
        }
        byte[] part = new byte[length];
        bytes.get(part);
        return Optional.of(part);
    }

    private static Refusal notOne() {
        return Refusal.unreadable("the payload is no key and value of its schema");
    }
}
