package dev.startide.adapter.outbound.payload;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.normalize.Scalar;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A payload as a tree, and the CloudEvents attributes that came with it.
record DecodedEvent(Map<String, @Nullable Object> event, Map<String, @Nullable Object> attributes) {

    private static final String HEADER_PREFIX = "ce-";
    private static final String DATA = "data";
    private static final String DATA_BASE64 = "data_base64";
    private static final String DATA_TYPE = "datacontenttype";
    private static final String PAYLOAD = "the payload";

    /// A payload that is the event's data and nothing else; attributes are in the headers, if
    /// anywhere.
    static DecodedEvent ofData(@Nullable Object tree, IncomingEvent event) {
        return new DecodedEvent(Trees.object(tree, PAYLOAD), attributes(event));
    }

    /// The attributes in an event's headers.
    static Map<String, @Nullable Object> attributes(IncomingEvent event) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        event.headers().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(HEADER_PREFIX)) {
                attributes.put(lower.substring(HEADER_PREFIX.length()), new Scalar.Text(value));
            }
        });
        return attributes;
    }

    /// A CloudEvent in structured mode: attributes and data in one JSON object. An event without
    /// data is an empty object.
    static DecodedEvent ofCloudEvent(@Nullable Object tree) {
        Map<String, @Nullable Object> envelope = Trees.object(tree, PAYLOAD);
        Map<String, @Nullable Object> attributes = new HashMap<>(envelope);
        Object data = attributes.remove(DATA);
        Object encoded = attributes.remove(DATA_BASE64);
        if (data == null && encoded instanceof Scalar.Text(String base64)) {
            data = encodedData(base64, attributes.get(DATA_TYPE));
        }
        return new DecodedEvent(data == null ? Map.of() : Trees.object(data, DATA), attributes);
    }

    /// The payload as a tree, decoded by whoever is asked with a target.
    static @Nullable Object tree(Decoding decoding) {
        AtomicReference<@Nullable Object> tree = new AtomicReference<>();
        decoding.decodeInto(Trees.into(tree::set));
        return tree.get();
    }

    private static @Nullable Object encodedData(String base64, @Nullable Object contentType) {
        boolean json = contentType == null
                || (contentType instanceof Scalar.Text(String type)
                        && type.toLowerCase(Locale.ROOT).contains("json"));
        if (!json) {
            throw Refusal.unreadable("the CloudEvent's data is not JSON");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return tree(target -> JsonDecoder.decode(bytes, target));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.unreadable("the CloudEvent's data_base64 is not base64");
        }
    }

    /// Pushes a payload into a target.
    @FunctionalInterface
    interface Decoding {
        void decodeInto(Target target);
    }
}
