package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.start.Example;
import dev.startide.app.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Example.class)
    void beginsWithAModelWithoutMistakes(Example example) {
        // Given
        run("init", "--example", example.word(), folder.toString());
        out.reset();

        // When
        int code = run("validate", "--model", folder.resolve("warehouse.yaml").toString());

        // Then
        assertThat(code).isZero();
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void tellsWhatItHasWritten() {
        // When
        int code = run("init", folder.resolve("new").toString());

        // Then
        assertThat(code).isZero();
        assertThat(out.toString(UTF_8).lines())
                .allSatisfy(file -> assertThat(Path.of(file)).isRegularFile())
                .hasSize(7);
    }

    @Test
    void leavesAFolderAloneThatHasAModel() throws IOException {
        // Given
        Path model = Files.writeString(folder.resolve("warehouse.yaml"), "version: 1\n");

        // When
        int code = run("init", folder.toString());

        // Then
        assertThat(code).isEqualTo(ExitCode.CONFLICT.number());
        assertThat(err.toString(UTF_8)).contains("warehouse.yaml already");
        assertThat(model).hasContent("version: 1\n");
        assertThat(folder.resolve("README.md")).doesNotExist();
    }

    @Test
    void namesTheExamplesThatThereAre() {
        // When
        int code = run("init", "--example", "shpo", folder.toString());

        // Then
        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString(UTF_8)).contains("bakery, shop");
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), Terminal.Liveliness.PLAIN, 0);
        return StartideCommand.run(terminal, arguments);
    }
}
