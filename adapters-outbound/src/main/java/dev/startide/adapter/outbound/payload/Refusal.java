package dev.startide.adapter.outbound.payload;

import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.domain.quality.Rejection.Stage;

/// Ends the reading of a payload from any depth. It never leaves this package, and has no stack
/// trace: hostile input must not be expensive.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private Refusal(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    static Refusal because(Reason reason, String message) {
        return new Refusal(reason, message);
    }

    static Refusal unreadable(String message) {
        return new Refusal(Reason.PAYLOAD_UNREADABLE, message);
    }

    static Refusal beyondLimit(String message) {
        return new Refusal(Reason.LIMIT_EXCEEDED, message);
    }

    /// @param where the path of the value
    static Refusal mismatch(String where, String expected, String found) {
        return because(Reason.TYPE_MISMATCH, "%s: expected %s, found %s".formatted(where, expected, found));
    }

    Rejection rejection() {
        return new Rejection(Stage.PARSE, reason, String.valueOf(getMessage()));
    }
}
