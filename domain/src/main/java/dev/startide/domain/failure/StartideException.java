package dev.startide.domain.failure;

/// The one exception that crosses a port. Its code says what is done about it.
///
/// The message is one sentence for an operator and names what to check; it never holds a payload.
public final class StartideException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;

    private StartideException(FailureCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    private StartideException(FailureCode code, String message) {
        super(message);
        this.code = code;
    }

    public static StartideException because(FailureCode code, String message) {
        return new StartideException(code, message);
    }

    public static StartideException because(FailureCode code, String message, Throwable cause) {
        return new StartideException(code, message, cause);
    }

    public FailureCode code() {
        return code;
    }

    public Handling handling() {
        return code.handling();
    }
}
