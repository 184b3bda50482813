package dev.startide.domain.trace;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A row of a table, by the names of its columns.
///
/// @param row aligned with the table's written columns
public record Cells(Table table, @Nullable Object[] row) {

    /// The value in a column; null if there is none, or no such column.
    public @Nullable Object value(ColumnName column) {
        List<Column> columns = table.writtenColumns();
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equals(column)) {
                return row[index];
            }
        }
        return null;
    }

    /// Columns and their values as text, in table order; a column without value is left out.
    public Map<String, String> texts(Predicate<ColumnName> shown) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<Column> columns = table.writtenColumns();
        for (int index = 0; index < columns.size(); index++) {
            Object value = row[index];
            if (value != null && shown.test(columns.get(index).name())) {
                texts.put(columns.get(index).name().value(), text(value));
            }
        }
        return texts;
    }

    /// Names and values of a key, as they stand in a row.
    public static Map<String, String> named(List<ColumnName> names, List<Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int index = 0; index < names.size(); index++) {
            texts.put(names.get(index).value(), text(values.get(index)));
        }
        return texts;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : Objects.toString(value);
    }
}
