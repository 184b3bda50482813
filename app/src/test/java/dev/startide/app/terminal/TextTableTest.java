package dev.startide.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsTextToTheLeftAndNumbersToTheRight() {
        // Given
        TextTable table =
                new TextTable("table", "rows").row("star.customer", "1,502").row("star.date", "9");

        // When
        List<String> lines = table.lines();

        // Then
        assertThat(lines)
                .containsExactly(
                        "table           rows", //
                        "-------------  -----",
                        "star.customer  1,502",
                        "star.date          9");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        // Given
        TextTable table = new TextTable("table", "rows");

        // When / Then
        assertThatThrownBy(() -> table.row("only one")).hasMessageContaining("2 cells, not 1");
    }
}
