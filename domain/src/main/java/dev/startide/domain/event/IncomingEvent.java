package dev.startide.domain.event;

import java.time.Instant;
import java.util.Map;

/// An event as its source delivered it.
///
/// @param identity what its sender identifies it by
/// @param headers what came with the payload: message properties, `ce-` attributes, the message key
/// @param arrivedAt when it reached us; never used to order events
public record IncomingEvent(Identity identity, Map<String, String> headers, Instant arrivedAt, Payload payload) {

    public IncomingEvent {
        headers = Map.copyOf(headers);
    }

    /// What tells an event from others of its source.
    public sealed interface Identity {

        /// The longest id that is accepted: CloudEvents `source` and `id` fit, and it stays
        /// indexable.
        int MAX_LENGTH = 1_000;

        /// An id given by the sender.
        record Given(String id) implements Identity {
            public Given {
                if (id.isBlank() || id.length() > MAX_LENGTH) {
                    throw new IllegalArgumentException(
                            "An event id has 1 to %d characters, not %d".formatted(MAX_LENGTH, id.length()));
                }
            }
        }

        /// Only the content, or a field of it.
        record InContent() implements Identity {}
    }

    /// The size that counts against limits.
    public int bytes() {
        return payload.bytes().length;
    }

    /// Without headers and payload, which may hold personal data.
    @Override
    public String toString() {
        return "%s, %s, arrived %s".formatted(identity, payload, arrivedAt);
    }
}
