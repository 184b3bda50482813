package dev.startide.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.quality.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    private static final Documents DOCUMENTS = Documents.ofTheProject();

    @Test
    void leadOnlyToWhatExists() {
        // When
        List<String> broken = DOCUMENTS.all().stream()
                .flatMap(file -> new Links(file).broken().stream())
                .toList();

        // Then
        assertThat(broken).isEmpty();
    }

    @Test
    void showALinkThatLeadsNowhere(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("planted.md");
        Files.writeString(file, "# A heading, here\n[a](none.md) [b](#a-heading-here) [c](#no-heading) `[d](e)`\n");

        // When
        List<String> broken = new Links(file).broken();

        // Then
        assertThat(broken).containsExactly(file + ": none.md", file + ": #no-heading");
    }

    @Test
    void listEveryFailureCodeWithItsHandling() {
        // Given
        String operations = DOCUMENTS.text("docs/operations.md");

        // When
        List<FailureCode> unlisted = Stream.of(FailureCode.values())
                .filter(code -> !operations.contains("| [`%1$s`](runbook/%1$s.md) | %2$s |"
                        .formatted(code, code.handling().name().toLowerCase(Locale.ROOT))))
                .toList();

        // Then
        assertThat(unlisted).isEmpty();
    }

    @Test
    void explainEveryReasonForTheQuarantine() {
        // Given
        String operations = DOCUMENTS.text("docs/operations.md");

        // When
        List<String> unexplained = unexplained(Stream.of(Rejection.Reason.values()), operations);

        // Then
        assertThat(unexplained).isEmpty();
    }

    @Test
    void explainEveryCheck() {
        // Given
        String verify = DOCUMENTS.text("docs/verify.md");
        List<String[]> checks = Program.run("verify", "--list", "--model", "../samples/tpch/warehouse.yaml")
                .answers()
                .lines()
                .skip(2)
                .map(line -> line.split(" {2,}"))
                .toList();

        // When
        List<String> unexplained = checks.stream()
                .filter(check -> !verify.contains("| `%s` | %s |".formatted(check[0], check[1])))
                .map(check -> check[0])
                .toList();

        // Then
        assertThat(checks).hasSizeGreaterThan(10);
        assertThat(unexplained).isEmpty();
    }

    private static List<String> unexplained(Stream<? extends Enum<?>> names, String document) {
        return names.map(Enum::name)
                .filter(name -> !document.contains("| `" + name + "` |"))
                .toList();
    }
}
