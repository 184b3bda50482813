package dev.startide.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failure.FailureCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever is called at night finds a page for each code, with the same parts in the same order.
class RunbookTest {

    private static final String FOLDER = "docs/runbook/";
    private static final Documents DOCUMENTS = Documents.ofTheProject();

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void hasAPageForTheCode(FailureCode code) {
        // When
        List<String> headings = DOCUMENTS
                .text(FOLDER + code + ".md")
                .lines()
                .filter(line -> line.startsWith("#"))
                .toList();

        // Then
        assertThat(headings)
                .containsExactly(
                        "# " + code,
                        "## What it means",
                        "## How it shows",
                        "## What is safe",
                        "## What to do",
                        "## Afterwards");
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void saysHowTheCodeIsHandled(FailureCode code) {
        // When
        String page = DOCUMENTS.text(FOLDER + code + ".md");

        // Then
        assertThat(page)
                .contains("Handling: **%s**".formatted(code.handling().name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void hasNoPageForACodeThatIsGone() {
        // When
        List<String> pages = DOCUMENTS.all().stream()
                .filter(file -> file.getParent().endsWith(Path.of("docs", "runbook")))
                .map(file -> file.getFileName().toString())
                .toList();

        // Then
        assertThat(pages)
                .containsExactlyInAnyOrderElementsOf(Stream.of(FailureCode.values())
                        .map(code -> code + ".md")
                        .toList());
    }
}
