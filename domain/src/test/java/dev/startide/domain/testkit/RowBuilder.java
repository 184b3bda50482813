package dev.startide.domain.testkit;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds rows by the names of their columns. Immutable; columns that are not named are null.
public final class RowBuilder {

    private final Table table;
    private final Map<ColumnName, @Nullable Object> values;

    private RowBuilder(Table table, Map<ColumnName, @Nullable Object> values) {
        this.table = table;
        this.values = Collections.unmodifiableMap(values);
    }

    public static RowBuilder aRow(Table table) {
        return new RowBuilder(table, Map.of());
    }

    /// @throws IllegalArgumentException if no such column is written
    public RowBuilder with(String name, @Nullable Object value) {
        ColumnName column = column(name);
        if (table.column(column).filter(Column::isWritten).isEmpty()) {
            throw new IllegalArgumentException("%s has no column %s to write".formatted(table.name(), name));
        }
        Map<ColumnName, @Nullable Object> more = new HashMap<>(values);
        more.put(column, value);
        return new RowBuilder(table, more);
    }

    /// The row, aligned with the table's written columns.
    public @Nullable Object[] build() {
        List<Column> columns = table.writtenColumns();
        return columns.stream().map(column -> values.get(column.name())).toArray();
    }
}
