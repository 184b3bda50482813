package dev.startide.app.cli;

/// How a command ended, as scripts see it. Never renumber one.
enum ExitCode {
    /// Everything went well.
    OK(0),

    /// Something went wrong that has no code of its own.
    FAILED(1),

    /// The command line or a setting cannot be used.
    USAGE(2),

    /// The model has mistakes.
    INVALID_MODEL(3),

    /// The database's schema is not what the model wants.
    CHANGES_PENDING(4),

    /// A check found something.
    CHECKS_FAILED(5),

    /// The database or the broker does not answer.
    UNREACHABLE(6),

    /// Another warehouse, another process or an incompatible change is in the way.
    CONFLICT(7);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
