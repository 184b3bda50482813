package dev.startide.warehouse.validation;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.TestDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.expectation.ExpectedRow;
import dev.startide.warehouse.expectation.ExpectedRow.Cell;
import dev.startide.warehouse.expectation.ExpectedTable;
import dev.startide.warehouse.expectation.ExpectedTable.Content;
import dev.startide.warehouse.expectation.ExpectedTable.History;
import dev.startide.warehouse.layout.ShownTable;
import dev.startide.warehouse.layout.ShownTable.Kind;
import dev.startide.warehouse.layout.ShownTable.Shown;
import dev.startide.warehouse.layout.ShownTables;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is asked of the rows that a test expects: tables and columns that the model makes, and values
/// that may stand there.
final class ExpectationRules {

    private final Map<String, ShownTable> tables;
    private final Issues issues;

    ExpectationRules(WarehouseModel model, Issues issues) {
        this.tables = ShownTables.of(WarehouseLayout.of(model));
        this.issues = issues;
    }

    List<ExpectedTable> resolve(Section<TestDeclaration.ExpectedTable> declared) {
        return declared.parts().stream()
                .flatMap(table -> find(table.name()).map(shown -> table(table, shown)).stream())
                .toList();
    }

    /// Facts come before dimensions, dimensions before entities, entities before marts, unless the
    /// name says which is meant.
    private Optional<ShownTable> find(Written name) {
        String wanted = name.text();
        Optional<ShownTable> found = tables.entrySet().stream()
                .filter(table -> isCalled(table.getKey(), wanted))
                .map(Map.Entry::getValue)
                .findFirst();
        if (found.isEmpty()) {
            Set<String> known = new LinkedHashSet<>();
            tables.keySet()
                    .forEach(
                            table -> known.add(wanted.contains(".") ? table : table.substring(table.indexOf('.') + 1)));
            issues.error(
                    name,
                    "there is no fact, dimension, entity or mart '%s'".formatted(wanted),
                    Suggestion.sentence(wanted, known, "The model has no tables."));
        }
        return found;
    }

    private static boolean isCalled(String table, String wanted) {
        return table.equals(wanted) || (!wanted.contains(".") && table.endsWith("." + wanted));
    }

    private ExpectedTable table(TestDeclaration.ExpectedTable table, ShownTable shown) {
        Set<String> columns = new LinkedHashSet<>();
        Content content = table.histories().isEmpty() ? rows(table, shown, columns) : histories(table, shown, columns);
        return new ExpectedTable(table.name().text(), shown, List.copyOf(columns), content);
    }

    private Content rows(TestDeclaration.ExpectedTable table, ShownTable shown, Set<String> columns) {
        List<ExpectedRow> rows = rows(table.rows(), shown, columns);
        return Flag.read(table.others(), issues) ? new Content.Among(rows) : new Content.Exactly(rows);
    }

    private Content histories(TestDeclaration.ExpectedTable table, ShownTable shown, Set<String> columns) {
        if (!(shown.rows() instanceof ShownTable.Rows.Versions)) {
            issues.error(
                    table.name(),
                    "'%s' has no versions".formatted(table.name().text()),
                    "Name a dimension with members, or write 'rows'.");
        }
        if (table.others().isPresent()) {
            issues.error(
                    table.others(),
                    "'others' means nothing beside 'history'",
                    "Remove it: only the members that are named are looked at.");
        }
        return new Content.Histories(table.histories().stream()
                .map(history -> new History(history.member().text(), rows(history.versions(), shown, columns)))
                .toList());
    }

    private List<ExpectedRow> rows(List<Node> written, ShownTable shown, Set<String> columns) {
        List<ExpectedRow> rows = new ArrayList<>();
        for (Node item : written) {
            TestForm.keysOf(item, "Write columns with values, such as '{ city: Graz }'.", issues)
                    .ifPresent(row -> rows.add(row(row, shown, columns)));
        }
        return rows;
    }

    private ExpectedRow row(Node.Mapping row, ShownTable shown, Set<String> columns) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        row.entries().forEach((path, value) -> {
            Shown column = shown.columns().get(path);
            if (column == null) {
                issues.errorOfPart(
                        value.path(),
                        "there is no column '%s'".formatted(path),
                        Suggestion.sentence(path, shown.columns().keySet(), ""));
            } else {
                columns.add(path);
                cells.put(path, cell(value, column));
            }
        });
        return new ExpectedRow(cells);
    }

    private Cell cell(Node value, Shown column) {
        if (value instanceof Node.Nothing) {
            return new Cell.Null();
        }
        Written written = value instanceof Node.Scalar(var path, var _, Node.Notation.Quoted(var exact))
                ? Written.value(path, exact)
                : PartReader.textOf(value, issues);
        if (column.kind() instanceof Kind.Typed(var type) && written.isPresent()) {
            Literals.check(written, type, issues);
        }
        return new Cell.Value(written.text());
    }
}
