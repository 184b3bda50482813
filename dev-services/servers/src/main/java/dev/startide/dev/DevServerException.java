package dev.startide.dev;

import org.jspecify.annotations.Nullable;

/// A server that could not be started, with one sentence that says why and one that says what to do.
public final class DevServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /// A failure whose message is the problem followed by its remedy.
    ///
    /// @param problem what is wrong, as a sentence without its full stop
    /// @param remedy what the user can do, as a sentence without its full stop
    public DevServerException(String problem, String remedy) {
        this(problem, remedy, null);
    }

    /// A failure with the exception that led to it.
    public DevServerException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + ". " + remedy + ".", cause);
        this.remedy = remedy;
    }

    /// What the user can do about it.
    public String remedy() {
        return remedy;
    }
}
