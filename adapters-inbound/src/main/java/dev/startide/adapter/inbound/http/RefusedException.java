package dev.startide.adapter.inbound.http;

import java.time.Duration;

/// A request that is refused as a whole; ends its handling.
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Mistake mistake;
    private final Duration retryAfter;

    /// @param detail one sentence for the sender
    RefusedException(Mistake mistake, String detail) {
        this(mistake, detail, Duration.ZERO);
    }

    /// @param detail one sentence for the sender
    /// @param retryAfter how long the sender has to wait at least
    RefusedException(Mistake mistake, String detail, Duration retryAfter) {
        super(detail);
        this.mistake = mistake;
        this.retryAfter = retryAfter;
    }

    Mistake mistake() {
        return mistake;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    /// How long the sender has to wait at least; zero if nothing is known about that.
    Duration retryAfter() {
        return retryAfter;
    }
}
