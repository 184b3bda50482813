package dev.startide.domain.access;

/// How fast a sender may send.
public sealed interface SenderRate {

    /// As fast as the server allows everybody of whom nothing else is said.
    record Usual() implements SenderRate {}

    /// So many events in a second, at most.
    record Most(int eventsPerSecond) implements SenderRate {

        public Most {
            if (eventsPerSecond <= 0) {
                throw new IllegalArgumentException(
                        "A rate must be positive, is %d events per second".formatted(eventsPerSecond));
            }
        }
    }
}
