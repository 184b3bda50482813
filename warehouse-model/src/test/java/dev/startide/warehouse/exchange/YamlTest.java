package dev.startide.warehouse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "star.date     | star.date",
                "No            | \"No\"",
                "2026          | \"2026\"",
                "a: b          | \"a: b\"",
                "say \"so\" \\ | \"say \\\"so\\\" \\\\\"",
                "``            | \"\""
            })
    void quotesWhatReadersCouldTakeForSomethingElse(String text, String written) {
        // When
        String yaml = Yaml.of(Map.of("key", text));

        // Then
        assertThat(yaml).isEqualTo("key: %s\n".formatted(written));
    }

    @Test
    void writesListsOfPartsBelowEachOther() {
        // Given
        Map<String, Object> inner = Entry.named("a")
                .with("flag", true)
                .with("keys", List.of("b", "c"))
                .map();

        // When
        String yaml = Yaml.of(Entry.empty().with("parts", List.of(inner, inner)).map());

        // Then
        assertThat(yaml).isEqualTo("""
                parts:
                  - name: a
                    flag: true
                    keys: [b, c]
                  - name: a
                    flag: true
                    keys: [b, c]
                """);
    }
}
