package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartideCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void tellsItsVersion() {
        // When
        int code = run("--version");

        // Then
        assertThat(code).isZero();
        assertThat(answers()).startsWith("startide 0.").contains("Java 25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "init",
                "run",
                "ingest",
                "status",
                "validate",
                "test",
                "preview",
                "tap",
                "schema",
                "plan",
                "apply",
                "verify",
                "trace",
                "history",
                "rebuild",
                "replay",
                "snapshot",
                "adapters"
            })
    void describesEveryCommandOnStandardOutput(String command) {
        // When
        int code = run(command, "--help");

        // Then
        assertThat(code).isZero();
        assertThat(answers()).contains("Usage: startide " + command, "--config");
        assertThat(messages()).isEmpty();
    }

    @Test
    void explainsAWrongOptionInOneSentence() {
        // When
        int code = run("run", "--prt", "1");

        // Then
        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(messages()).contains("--prt").contains("Try 'startide run --help'.");
        assertThat(answers()).isEmpty();
    }

    @Test
    void showsEveryMistakeOfAModelWithItsPlace() throws IOException {
        // Given
        Path model = write("warehouse.yaml", "version: 1\nname: shop\nsorces: {}\nfacts: 3\n");

        // When
        int code = run("validate", "--model", model.toString());

        // Then
        assertThat(code).isEqualTo(ExitCode.INVALID_MODEL.number());
        assertThat(answers())
                .contains(model + ":3:1: ERROR")
                .contains(model + ":4:")
                .contains("sources");
    }

    @Test
    void namesASettingThatDoesNotExist() throws IOException {
        // Given
        Path settings = write("startide.yaml", "startide:\n  database:\n    ulr: jdbc:postgresql://localhost/x\n");

        // When
        int code = run("validate", "--config", settings.toString());

        // Then
        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(messages()).contains("startide.database.ulr").doesNotContain("\tat ");
    }

    @Test
    void namesAFileThatCannotBeRead() {
        // When
        int code = run(
                "ingest", "--source", "orders", directory.resolve("none.ndjson").toString());

        // Then
        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(messages()).contains("none.ndjson cannot be read").doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), Terminal.Liveliness.PLAIN, 0);
        return StartideCommand.run(terminal, arguments);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content, UTF_8);
    }

    private String answers() {
        return out.toString(UTF_8);
    }

    private String messages() {
        return err.toString(UTF_8);
    }
}
