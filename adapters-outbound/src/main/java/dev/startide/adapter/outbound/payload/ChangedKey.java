package dev.startide.adapter.outbound.payload;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.normalize.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the headers of a change say of a row whose key was changed.
///
/// Debezium tells of it by two changes of one instant: the row with the old key is gone, and there
/// is one with the new key. In a header, each names the key of the other.
///
/// @param former the old key as JSON, on the row that has come
/// @param isMoved whether the row that is gone lives on under another key
record ChangedKey(Optional<String> former, boolean isMoved) {

    private static final String OLD_KEY = "__debezium.oldkey";
    private static final String NEW_KEY = "__debezium.newkey";

    /// Under which name expressions find the old key in `change`.
    private static final String NAME = "oldkey";

    static ChangedKey of(IncomingEvent event) {
        Map<String, String> headers = event.headers();
        return new ChangedKey(Optional.ofNullable(headers.get(OLD_KEY)), headers.containsKey(NEW_KEY));
    }

    /// The envelope, with the old key in it.
    ///
    /// @throws Refusal if the header is no JSON object
    Map<String, @Nullable Object> in(Map<String, @Nullable Object> envelope) {
        if (former.isEmpty()) {
            return envelope;
        }
        Map<String, @Nullable Object> whole = new HashMap<>(envelope);
        whole.put(NAME, key(former.get()));
        return whole;
    }

    /// The attributes of the event, with what makes it another one if the old key is another.
    Map<String, @Nullable Object> beside(Map<String, @Nullable Object> attributes) {
        if (former.isEmpty()) {
            return attributes;
        }
        Map<String, @Nullable Object> all = new HashMap<>(attributes);
        all.put(OLD_KEY, new Scalar.Text(former.get()));
        return all;
    }

    /// With the schema part around it or without, like the payload.
    private static Map<String, @Nullable Object> key(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Map<String, @Nullable Object> document =
                Trees.object(DecodedEvent.tree(target -> JsonDecoder.decode(bytes, target)), OLD_KEY);
        return document.containsKey("schema") && document.get("payload") instanceof Map<?, ?> payload
                ? Trees.object(payload, OLD_KEY)
                : document;
    }
}
