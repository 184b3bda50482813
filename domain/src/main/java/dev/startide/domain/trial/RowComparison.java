package dev.startide.domain.trial;

import dev.startide.domain.trial.Difference.Row;
import dev.startide.warehouse.expectation.ExpectedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rows that are there against rows that are expected. Only cells that are named are compared.
final class RowComparison {

    private final List<String> columns;

    /// @param columns the paths of the columns, aligned with the cells of actual rows
    RowComparison(List<String> columns) {
        this.columns = columns;
    }

    /// Rows in any order: pairs as many as can be paired, and shows the rest beside what resembles it.
    List<Row> inAnyOrder(List<ExpectedRow> expected, List<SeenRow> actual) {
        int[] partner = new Pairing(
                        expected.size(), actual.size(), (left, right) -> agrees(expected.get(left), actual.get(right)))
                .partners();
        Set<Integer> paired = new HashSet<>();
        Arrays.stream(partner).forEach(paired::add);
        List<SeenRow> rest = new ArrayList<>();
        for (int right = 0; right < actual.size(); right++) {
            if (!paired.contains(right)) {
                rest.add(actual.get(right));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int left = 0; left < partner.length; left++) {
            if (partner[left] < 0) {
                rows.add(besideNearest(expected.get(left), rest));
            }
        }
        rest.forEach(row -> rows.add(new Row.Unexpected(row.texts())));
        return rows;
    }

    /// Rows one by one.
    List<Row> inOrder(List<ExpectedRow> expected, List<SeenRow> actual) {
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < Math.max(expected.size(), actual.size()); index++) {
            if (index >= actual.size()) {
                rows.add(new Row.Missing(texts(expected.get(index))));
            } else if (index >= expected.size()) {
                rows.add(new Row.Unexpected(actual.get(index).texts()));
            } else if (!agrees(expected.get(index), actual.get(index))) {
                rows.add(other(expected.get(index), actual.get(index)));
            }
        }
        return rows;
    }

    private Row besideNearest(ExpectedRow expected, List<SeenRow> rest) {
        int best = -1;
        int most = 0;
        for (int index = 0; index < rest.size(); index++) {
            int same = expected.cells().size()
                    - differing(expected, rest.get(index)).size();
            if (same > most) {
                best = index;
                most = same;
            }
        }
        return best < 0 ? new Row.Missing(texts(expected)) : other(expected, rest.remove(best));
    }

    private Row other(ExpectedRow expected, SeenRow actual) {
        return new Row.Other(texts(expected), actual.texts(), differing(expected, actual));
    }

    private boolean agrees(ExpectedRow expected, SeenRow actual) {
        return differing(expected, actual).isEmpty();
    }

    private Set<Integer> differing(ExpectedRow expected, SeenRow actual) {
        Set<Integer> differing = new HashSet<>();
        expected.cells().forEach((path, cell) -> {
            int at = columns.indexOf(path);
            if (!ShownCell.agrees(cell, actual.at(at))) {
                differing.add(at);
            }
        });
        return differing;
    }

    /// Cells that are not named are left empty.
    private List<String> texts(ExpectedRow row) {
        return columns.stream()
                .map(path -> row.cells().containsKey(path)
                        ? ShownCell.textOf(row.cells().get(path))
                        : "")
                .toList();
    }
}
