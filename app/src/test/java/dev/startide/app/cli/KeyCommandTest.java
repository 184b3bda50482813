package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), Terminal.Liveliness.PLAIN, 0);
        return StartideCommand.run(terminal, arguments);
    }

    private String keys() {
        return directory.resolve("keys.txt").toString();
    }

    @Test
    void printsAKeyAloneOnStandardOutput() {
        // When
        int code = run("key", "add", "shop", "--source", "orders", "--rate", "500", "--keys", keys());

        // Then
        assertThat(code).isZero();
        assertThat(out.toString(UTF_8)).matches("stk_[A-Za-z0-9_-]{43}\\R");
        assertThat(err.toString(UTF_8)).contains("only time that the key is shown");
    }

    @Test
    void listsWhoHasKeysWithoutThem() {
        // Given
        run("key", "add", "shop", "--source", "orders", "--source", "customers", "--rate", "500", "--keys", keys());
        String key = out.toString(UTF_8).strip();

        // When
        int code = run("key", "list", "--json", "--keys", keys());

        // Then
        assertThat(code).isZero();
        assertThat(out.toString(UTF_8))
                .contains("\"sender\":\"shop\",\"sources\":[\"customers\",\"orders\"],\"eventsPerSecond\":500")
                .doesNotContain(key);
    }

    @Test
    void withdrawsKeys() {
        // Given
        run("key", "add", "shop", "--all-sources", "--keys", keys());

        // When
        int code = run("key", "withdraw", "shop", "--keys", keys());

        // Then
        assertThat(code).isZero();
        assertThat(err.toString(UTF_8)).contains("1 key withdrawn.");
        assertThat(run("key", "list", "--keys", keys())).isZero();
        assertThat(out.toString(UTF_8)).doesNotContain("shop");
    }

    @Test
    void wantsToKnowForWhichSources() {
        // When
        int code = run("key", "add", "shop", "--keys", keys());

        // Then
        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString(UTF_8)).contains("--source", "--all-sources");
    }

    @Test
    void saysWhereAFileOfKeysIsNamed() {
        // When
        int code = run("key", "add", "shop", "--source", "orders");

        // Then
        assertThat(code).isNotZero();
        assertThat(err.toString(UTF_8)).contains("--keys", "startide.keys.file");
    }
}
