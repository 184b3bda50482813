package dev.startide.adapter.outbound.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WrongModelTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "WrongModelTest", "wrong.txt");

    /// With `-Dgolden.update=true` the expectation is written instead; read the difference.
    @Test
    void tellsOfEverythingAtOnceAndWhereItIs() throws IOException {
        // Given
        var wrong = Models.resource("wrong.yaml");

        // When
        var issues = Models.issues(wrong);

        // Then
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, issues);
        }
        assertThat(issues).containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }
}
