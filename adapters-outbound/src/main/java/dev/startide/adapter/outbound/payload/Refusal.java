package dev.startide.adapter.outbound.payload;

import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.domain.quality.Rejection.Stage;
import java.util.regex.Pattern;

/// Ends the reading of a payload from any depth. It never leaves this package, and has no stack
/// trace: hostile input must not be expensive.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");

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

    /// Names of fields may be data, such as addresses: one that does not look like a name is not
    /// repeated.
    ///
    /// @param where the path of the object that has the field, ending with a point unless it is empty
    static Refusal unknown(String where, String name) {
        String shown = NAME.matcher(name).matches() ? where + name : where + "…";
        return because(Reason.FIELD_UNKNOWN, "%s is no field of the model".formatted(shown));
    }

    Rejection rejection() {
        return new Rejection(Stage.PARSE, reason, String.valueOf(getMessage()));
    }
}
