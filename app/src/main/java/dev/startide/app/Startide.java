package dev.startide.app;

import dev.startide.app.cli.StartideCommand;
import dev.startide.app.terminal.Terminal;

/// Where the program starts.
public final class Startide {

    private Startide() {}

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.exit(StartideCommand.run(Terminal.ofProcess(), arguments));
    }
}
