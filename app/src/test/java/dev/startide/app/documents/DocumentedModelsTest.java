package dev.startide.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models that documents show can be used.
class DocumentedModelsTest {

    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```yaml\n(.*?)^```");

    @TempDir
    private Path folder;

    @Test
    void theFirstModelIsValid() throws IOException {
        // Given
        String model = snippets("README.md");

        // When
        Program validation = validate(model);

        // Then
        assertThat(validation).isEqualTo(new Program(0, ""));
    }

    @Test
    void theGuidesSnippetsAreAValidModel() throws IOException {
        // Given
        String guide = snippets("docs/model.md");
        String sections = guide.substring(guide.indexOf("marts: …") + "marts: …".length());
        Files.writeString(folder.resolve("holidays.csv"), "date,name\n2026-01-01,New Year\n");

        // When
        Program validation = validate("version: 1\nname: guide\n" + sections);

        // Then
        assertThat(validation).isEqualTo(new Program(0, ""));
    }

    private static String snippets(String document) {
        return SNIPPET.matcher(Documents.ofTheProject().text(document))
                .results()
                .map(snippet -> snippet.group(1))
                .collect(Collectors.joining());
    }

    private Program validate(String model) throws IOException {
        Path file = Files.writeString(folder.resolve("warehouse.yaml"), model);
        return Program.run("validate", "--model", file.toString());
    }
}
