package dev.startide.app.cli;

import java.util.List;

/// A command cannot do what it was asked for; the lines say why and what to do, and the code is
/// what scripts see.
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    CommandFailed(ExitCode exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    CommandFailed(ExitCode exitCode, List<String> lines) {
        this(exitCode, String.join(System.lineSeparator(), lines));
    }

    CommandFailed(ExitCode exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
