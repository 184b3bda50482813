package dev.startide.domain.trial;

import static java.util.stream.Collectors.groupingBy;

import dev.startide.warehouse.expectation.ExpectedTable;
import dev.startide.warehouse.expectation.ExpectedTable.Content;
import dev.startide.warehouse.layout.ShownTable;
import dev.startide.warehouse.layout.ShownTable.Rows;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A table against what a test expects of it.
public final class TableComparison {

    private TableComparison() {}

    /// What differs.
    ///
    /// @param read rows with the leading columns of the table, and behind them those that the test names
    public static List<Difference> between(ExpectedTable expected, List<SeenRow> read) {
        List<SeenRow> rows = read.stream()
                .filter(row -> isMeant(expected.table().rows(), row))
                .toList();
        RowComparison comparison = new RowComparison(expected.columns());
        return switch (expected.content()) {
            case Content.Exactly(var wanted) ->
                ofRows(expected.name(), expected, comparison.inAnyOrder(wanted, named(expected, rows)));
            case Content.Among(var wanted) ->
                ofRows(
                        expected.name(),
                        expected,
                        comparison.inAnyOrder(wanted, named(expected, rows)).stream()
                                .filter(row -> !(row instanceof Difference.Row.Unexpected))
                                .toList());
            case Content.Histories histories -> ofMembers(expected, histories, byMember(expected, rows), comparison);
        };
    }

    /// The rows without special members, and without the leading columns of the table.
    public static List<SeenRow> meant(ShownTable table, List<SeenRow> read) {
        return read.stream()
                .filter(row -> isMeant(table.rows(), row))
                .map(row -> row.from(table.leading().size()))
                .toList();
    }

    private static List<Difference> ofMembers(
            ExpectedTable expected,
            Content.Histories histories,
            Map<String, List<SeenRow>> versions,
            RowComparison comparison) {
        return histories.members().stream()
                .flatMap(history -> ofRows(
                        "%s, history of %s".formatted(expected.name(), history.member()),
                        expected,
                        comparison.inOrder(
                                history.versions(),
                                named(expected, versions.getOrDefault(history.member(), List.of()))))
                        .stream())
                .toList();
    }

    private static List<Difference> ofRows(String name, ExpectedTable expected, List<Difference.Row> rows) {
        return rows.isEmpty() ? List.of() : List.of(new Difference.OfRows(name, expected.columns(), rows));
    }

    private static boolean isMeant(Rows rows, SeenRow row) {
        return switch (rows) {
            case Rows.All() -> true;
            case Rows.NotSpecial(), Rows.Versions(var _) -> !row.isSpecial();
        };
    }

    /// The versions of each member in order, by its natural key.
    private static Map<String, List<SeenRow>> byMember(ExpectedTable expected, List<SeenRow> rows) {
        int width = expected.table().leading().size();
        return rows.stream()
                .sorted(Comparator.comparingLong(row -> row.number(width - 1)))
                .collect(groupingBy(
                        row -> String.join(",", row.between(1, width - 1).texts())));
    }

    private static List<SeenRow> named(ExpectedTable expected, List<SeenRow> rows) {
        int width = expected.table().leading().size();
        return rows.stream().map(row -> row.from(width)).toList();
    }
}
