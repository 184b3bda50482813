package dev.startide.app.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.cli.StartideCommand;
import dev.startide.app.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/// The program, as somebody calls it who follows a document.
record Program(int exitCode, String answers) {

    static Program run(String... arguments) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(answers, true, UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                Terminal.Liveliness.PLAIN,
                0);
        int exitCode = StartideCommand.run(terminal, arguments);
        return new Program(exitCode, answers.toString(UTF_8));
    }
}
