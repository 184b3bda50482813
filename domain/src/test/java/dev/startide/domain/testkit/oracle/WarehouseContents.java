package dev.startide.domain.testkit.oracle;

import dev.startide.warehouse.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the tables of a warehouse hold, in a form that does not depend on surrogate keys, places in
/// the raw log or the order of rows: two loads of the same events have equal contents.
///
/// @param rows for each table its rows as text, sorted; doubled rows stay doubled
public record WarehouseContents(Map<TableName, List<String>> rows) {

    public WarehouseContents {
        Map<TableName, List<String>> sorted = new TreeMap<>();
        rows.forEach((table, texts) -> sorted.put(table, texts.stream().sorted().toList()));
        rows = sorted;
    }

    /// What only the other has (`+`) and what only this one has (`-`), one line for each row; empty
    /// if they are equal.
    public List<String> differences(WarehouseContents other) {
        Map<TableName, List<String>> all = new TreeMap<>(rows);
        all.putAll(other.rows);
        List<String> differences = new ArrayList<>();
        for (TableName table : all.keySet()) {
            List<String> mine = rows.getOrDefault(table, List.of());
            List<String> others = other.rows.getOrDefault(table, List.of());
            without(mine, others).forEach(row -> differences.add("- %s: %s".formatted(table, row)));
            without(others, mine).forEach(row -> differences.add("+ %s: %s".formatted(table, row)));
        }
        return differences;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach((table, texts) -> {
            text.append(table).append('\n');
            texts.forEach(row -> text.append("  ").append(row).append('\n'));
        });
        return text.toString();
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> rest = new ArrayList<>(rows);
        others.forEach(rest::remove);
        return rest;
    }
}
