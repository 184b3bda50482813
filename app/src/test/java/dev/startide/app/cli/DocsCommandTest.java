package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsCommandTest {

    private static final Pattern ANCHOR = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile(" href=\"#([^\"]+)\"");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void writesAPageThatNeedsNothingBesideIt() throws IOException {
        // When
        int code = build("../samples/brokerage/warehouse.yaml");

        // Then
        String page = Files.readString(folder.resolve("index.html"));
        assertThat(code).as(messages.toString(UTF_8)).isZero();
        assertThat(page)
                .contains("<svg ", "Bus matrix", "trading ▸ trade_placed.quantity", "id=\"fact-trade\"")
                .doesNotContain("<script", "src=", "http://", "https://", "url(");
        assertThat(Files.readString(folder.resolve("model.mmd"))).startsWith("erDiagram");
    }

    @Test
    void linksOnlyToWhatIsThere() throws IOException {
        // Given
        build("../samples/brokerage/warehouse.yaml");
        String page = Files.readString(folder.resolve("index.html"));

        // When
        List<String> links = all(LINK, page);

        // Then
        assertThat(links).isNotEmpty();
        assertThat(all(ANCHOR, page)).doesNotHaveDuplicates().containsAll(links);
    }

    @Test
    void escapesWhatAModelSays() throws IOException {
        // Given
        String bakery = Files.readString(Path.of("src/main/resources/dev/startide/app/init/bakery/warehouse.yaml"));
        Path model = Files.writeString(
                folder.resolve("warehouse.yaml"),
                bakery.replace("name: bakery\n", "name: bakery\ndescription: \"<img onerror=x> & 'more'\"\n"));

        // When
        build(model.toString());

        // Then
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("&lt;img onerror=x&gt; &amp; &#39;more&#39;")
                .doesNotContain("<img");
    }

    private int build(String model) {
        Terminal terminal = new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(messages, true, UTF_8),
                Terminal.Liveliness.PLAIN,
                0);
        return StartideCommand.run(terminal, "docs", "build", "--model", model, "-o", folder.toString());
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
