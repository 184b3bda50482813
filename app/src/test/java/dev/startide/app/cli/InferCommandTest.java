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

class InferCommandTest {

    private static final Path EVENTS =
            Path.of("src", "main", "resources", "dev", "startide", "app", "init", "shop", "events");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "InferCommandTest", "shop.yaml");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    /// `-Dgolden.update=true` writes the draft anew.
    @Test
    void draftsTheShop() throws IOException {
        // When
        int code = run("infer", events("customers"), events("orders"), events("products"));

        // Then
        assertThat(code).as(messages.toString(UTF_8)).isZero();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, answers.toString(UTF_8));
        }
        assertThat(answers.toString(UTF_8)).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void writesAModelThatIsValid() {
        // Given
        Path model = folder.resolve("warehouse.yaml");

        // When
        int written = run("infer", events("customers"), events("orders"), events("products"), "-o", model.toString());
        int valid = run("validate", "-m", model.toString());

        // Then
        assertThat(written).isZero();
        assertThat(valid).as(messages.toString(UTF_8)).isZero();
    }

    @Test
    void overwritesNothing() throws IOException {
        // Given
        Path model = Files.writeString(folder.resolve("warehouse.yaml"), "mine");

        // When
        int code = run("infer", events("orders"), "-o", model.toString());

        // Then
        assertThat(code).isEqualTo(ExitCode.CONFLICT.number());
        assertThat(model).hasContent("mine");
    }

    @Test
    void tellsMachinesWhatWasFound() {
        // When
        int code = run("infer", events("products"), "--json");

        // Then
        assertThat(code).isZero();
        assertThat(answers.toString(UTF_8))
                .startsWith("{\"sources\":[{\"name\":\"products\",\"events\":3,\"unreadable\":0}]")
                .contains("\"key\":{\"field\":\"product_id\",\"because\":\"events are called after it\"}");
    }

    @Test
    void refusesANumberBeyondItsLimit() {
        // When
        int code = run("infer", events("products"), "-n", "10001");

        // Then
        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(messages.toString(UTF_8)).contains("-n must be from 1 to 10000, is 10001.");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        // When
        int code = run("infer", "missing.ndjson");

        // Then
        assertThat(code).isNotZero();
        assertThat(messages.toString(UTF_8)).contains("The file missing.ndjson cannot be read.");
    }

    private static String events(String name) {
        return EVENTS.resolve(name + ".ndjson").toString();
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(answers, true, UTF_8),
                new PrintStream(messages, true, UTF_8),
                Terminal.Liveliness.PLAIN,
                0);
        return StartideCommand.run(terminal, arguments);
    }
}
