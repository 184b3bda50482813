package dev.startide.adapter.outbound.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.validation.ModelFileResult;
import dev.startide.warehouse.validation.PlacedIssue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlModelFilesTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheShop() {
        // When
        var issues = Models.issues(Models.shop());

        // Then
        assertThat(issues).isEmpty();
    }

    @Test
    void readsTheTpchSample() {
        // Given
        var sample = Path.of("..", "samples", "tpch", "warehouse.yaml").toString();

        // When
        var result = Models.files().read(sample, Models.KINDS);

        // Then
        assertThat(result.issues()).isEmpty();
        assertThat(result).isInstanceOf(ModelFileResult.Valid.class);
    }

    @Test
    void saysThatAFileIsMissing() {
        // Given
        var missing = folder.resolve("missing.yaml").toString();

        // When
        var result = Models.files().read(missing, Models.KINDS);

        // Then
        assertThat(result.issues())
                .extracting(PlacedIssue::toString)
                .containsExactly(missing + ":1:1: ERROR: cannot be read (NoSuchFileException)."
                        + " Check that the file exists and may be read.");
    }

    @Test
    void saysThatAPathIsImpossible() {
        // When
        var result = Models.files().read("\0", Models.KINDS);

        // Then
        assertThat(result).isInstanceOf(ModelFileResult.Invalid.class);
    }

    @Test
    void refusesAFileThatIsNoText() throws IOException {
        // Given
        var latin = Files.write(folder.resolve("latin.yaml"), "name: Größe".getBytes(StandardCharsets.ISO_8859_1));

        // When
        var result = Models.files().read(latin.toString(), Models.KINDS);

        // Then
        assertThat(result.issues())
                .singleElement()
                .asString()
                .endsWith("ERROR: is not UTF-8 text. Save the file as UTF-8.");
    }

    @Test
    void refusesAHugeFile() throws IOException {
        // Given
        var huge = Files.write(folder.resolve("huge.yaml"), new byte[(int) FileText.MAX_BYTES + 1]);

        // When
        var result = Models.files().read(huge.toString(), Models.KINDS);

        // Then
        assertThat(result.issues()).singleElement().asString().contains("has more than 1048576 bytes");
    }
}
