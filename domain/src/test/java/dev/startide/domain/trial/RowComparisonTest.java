package dev.startide.domain.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.trial.Difference.Row;
import dev.startide.warehouse.expectation.ExpectedRow;
import dev.startide.warehouse.expectation.ExpectedRow.Cell;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowComparisonTest {

    private final RowComparison comparison = new RowComparison(List.of("id", "city", "amount"));

    @Test
    void findsRowsInAnyOrder() {
        // Given
        List<ExpectedRow> expected = List.of(row("id", "s1", "city", "Graz"), row("id", "s2", "amount", "7.3"));

        // When
        List<Row> rows = comparison.inAnyOrder(
                expected, List.of(actual("s2", "Wien", new BigDecimal("7.30")), actual("s1", "Graz", null)));

        // Then
        assertThat(rows).isEmpty();
    }

    @Test
    void makesWayForRowsThatFitFewer() {
        // Given
        List<ExpectedRow> expected = List.of(row("city", "Graz"), row("id", "s1", "city", "Graz"));

        // When
        List<Row> rows = comparison.inAnyOrder(expected, List.of(actual("s1", "Graz", 1L), actual("s2", "Graz", 1L)));

        // Then
        assertThat(rows).isEmpty();
    }

    @Test
    void showsARowBesideTheOneThatResemblesIt() {
        // Given
        List<ExpectedRow> expected = List.of(row("id", "s1", "city", "Graz", "amount", "5"));

        // When
        List<Row> rows = comparison.inAnyOrder(expected, List.of(actual("s9", "Linz", 1L), actual("s1", "Wien", 5L)));

        // Then
        assertThat(rows)
                .containsExactly(
                        new Row.Other(List.of("s1", "Graz", "5"), List.of("s1", "Wien", "5"), Set.of(1)),
                        new Row.Unexpected(List.of("s9", "Linz", "1")));
    }

    @Test
    void missesARowThatResemblesNone() {
        // When
        List<Row> rows = comparison.inAnyOrder(List.of(row("id", "s1")), List.of());

        // Then
        assertThat(rows).containsExactly(new Row.Missing(List.of("s1", "", "")));
    }

    @Test
    void countsEqualRows() {
        // When
        List<Row> rows =
                comparison.inAnyOrder(List.of(row("id", "s1")), List.of(actual("s1", "a", 1L), actual("s1", "b", 2L)));

        // Then
        assertThat(rows).containsExactly(new Row.Unexpected(List.of("s1", "b", "2")));
    }

    @Test
    void comparesVersionsOneByOne() {
        // Given
        List<ExpectedRow> expected = List.of(row("city", "Wien"), row("city", "Graz"));

        // When
        List<Row> rows = comparison.inOrder(expected, List.of(actual("c1", "Graz", 1L), actual("c1", "Wien", 2L)));

        // Then
        assertThat(rows).hasSize(2).allMatch(Row.Other.class::isInstance);
    }

    @Test
    void takesValuesForWhatTheyMean() {
        // Given
        RowComparison of = new RowComparison(List.of("number", "instant", "day", "flag", "nothing"));
        ExpectedRow expected = row(
                "number",
                "20",
                "instant",
                "2026-03-01T01:00:00+01:00",
                "day",
                "2026-03-01",
                "flag",
                "true",
                "nothing",
                null);

        // When
        List<Row> rows = of.inAnyOrder(
                List.of(expected),
                List.of(SeenRow.of(
                        new BigDecimal("20.00"),
                        Instant.parse("2026-03-01T00:00:00Z"),
                        LocalDate.of(2026, 3, 1),
                        true,
                        null)));

        // Then
        assertThat(rows).isEmpty();
    }

    @Test
    void tellsNullFromTextThatSaysSo() {
        // When
        List<Row> rows = comparison.inAnyOrder(List.of(row("city", "null")), List.of(actual("s1", null, 1L)));

        // Then
        assertThat(rows).isNotEmpty();
    }

    @Test
    void survivesNumbersThatNobodyWrites() {
        // When
        List<Row> rows = comparison.inAnyOrder(
                List.of(row("amount", "1e999999999")), List.of(actual("s1", "a", BigDecimal.ONE)));

        // Then
        assertThat(rows).isNotEmpty();
    }

    private static ExpectedRow row(String... cells) {
        Map<String, Cell> row = new LinkedHashMap<>();
        for (int index = 0; index < cells.length; index += 2) {
            String value = cells[index + 1];
            row.put(cells[index], value == null ? new Cell.Null() : new Cell.Value(value));
        }
        return new ExpectedRow(row);
    }

    private static SeenRow actual(Object... cells) {
        return SeenRow.of(cells);
    }
}
