package dev.startide.app.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.cli.StartideCommand;
import dev.startide.app.terminal.Terminal;
import dev.startide.dev.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a command answered.
record CommandRun(int exitCode, String answers, String messages) {

    /// Gives a command, as another process would.
    static CommandRun of(TestDatabase database, Path model, String... words) {
        return given(arguments(database, model, List.of(words)));
    }

    /// Gives a command with these words and no others.
    static CommandRun given(List<String> words) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(answers, true, UTF_8),
                new PrintStream(messages, true, UTF_8),
                Terminal.Liveliness.PLAIN,
                0);
        int exitCode = StartideCommand.run(terminal, words.toArray(String[]::new));
        return new CommandRun(exitCode, answers.toString(UTF_8), messages.toString(UTF_8));
    }

    /// The words of a command on a database.
    static List<String> arguments(TestDatabase database, Path model, List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--model", model.toString(), "--database-url", database.jdbcUrl()));
        all.addAll(List.of("--database-user", database.user(), "--database-password", database.password()));
        return all;
    }

    void isOk() {
        exitsWith(0);
    }

    void exitsWith(int expected) {
        assertThat(exitCode).as(answers + messages).isEqualTo(expected);
    }
}
