package dev.startide.adapter.outbound.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page that explains the model language keeps its word: its snippets are a valid model.
class ModelPageTest {

    private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    /// The folder of the file with holidays that the page names.
    private static final String HOLIDAYS = "dev/startide/adapter/outbound/modelfile";

    @Test
    void snippetsOfThePageAreAValidModel() throws IOException {
        // Given
        var page = Files.readString(Path.of("..", "docs", "model.md"));
        var model = SNIPPET.matcher(page)
                .results()
                .map(snippet -> snippet.group(1))
                .flatMap(String::lines)
                .filter(line -> !line.endsWith(": …"))
                .collect(Collectors.joining("\n"));

        // When
        var issues = Models.issues("src/test/resources/%s/warehouse.yaml".formatted(HOLIDAYS), model);

        // Then
        assertThat(model).contains("marts:");
        assertThat(issues).isEmpty();
    }
}
