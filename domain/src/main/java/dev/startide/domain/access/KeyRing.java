package dev.startide.domain.access;

import java.util.List;
import java.util.Optional;

/// All keys that are valid.
///
/// A sender has at most [#MOST_PER_SENDER]: the one that is used, and while it is exchanged the one
/// that comes after it.
public record KeyRing(List<ApiKey> keys) {

    /// One to use, one to change over to.
    public static final int MOST_PER_SENDER = 2;

    /// @throws IllegalArgumentException if a sender has too many
    public KeyRing {
        keys = List.copyOf(keys);
        for (ApiKey key : keys) {
            SenderName name = key.sender().name();
            long count = keys.stream()
                    .filter(other -> other.sender().name().equals(name))
                    .count();
            if (count > MOST_PER_SENDER) {
                throw new IllegalArgumentException(
                        "The sender %s has %d keys; %d are allowed, so that one can be exchanged"
                                .formatted(name, count, MOST_PER_SENDER));
            }
        }
    }

    /// Whose key this is; empty if it is nobody's. All keys are looked at, whichever it is.
    public Optional<Sender> senderOf(String key) {
        KeyHash shown = KeyHash.of(key);
        Optional<Sender> found = Optional.empty();
        for (ApiKey known : keys) {
            found = known.hash().matches(shown) ? Optional.of(known.sender()) : found;
        }
        return found;
    }

    /// The keys of a sender, the oldest first.
    public List<ApiKey> of(SenderName name) {
        return keys.stream().filter(key -> key.sender().name().equals(name)).toList();
    }
}
