package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/// The commands that tell what the program itself can do.
class AdaptersCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void listsKindsOfSourcesWithTheirOptions() {
        // When
        int code = run("adapters");

        // Then
        assertThat(code).isZero();
        assertThat(answers().lines())
                .anyMatch(line -> line.matches("http +continuously, by run +path.*"))
                .anyMatch(line -> line.matches("file +to its end, by ingest .*"))
                .anyMatch(line -> line.matches("pulsar .*topic.*"));
    }

    @Test
    void answersMachines() {
        // When
        run("adapters", "--json");

        // Then
        assertThat(answers()).startsWith("[{\"kind\":\"file\",\"reading\":\"TO_ITS_END\",\"options\":[]");
    }

    @Test
    void letsShellsCompleteEveryCommand() {
        // When
        run("completion");

        // Then
        assertThat(answers()).startsWith("#!/usr/bin/env bash").contains("validate", "--model", "bakery");
    }

    private String answers() {
        return out.toString(UTF_8);
    }

    private int run(String... arguments) {
        PrintStream messages = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        Terminal terminal = new Terminal(new PrintStream(out, true, UTF_8), messages, Terminal.Liveliness.PLAIN, 0);
        return StartideCommand.run(terminal, arguments);
    }
}
