package dev.startide.warehouse.schema;

import java.util.List;

/// Columns that name a row of another table.
///
/// @param columns the referring columns, in the order of `targetColumns`
public record ForeignKey(List<ColumnName> columns, TableName target, List<ColumnName> targetColumns) {

    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
        if (columns.isEmpty() || columns.size() != targetColumns.size()) {
            throw new IllegalArgumentException(
                    "Foreign key to %s pairs %s with %s".formatted(target, columns, targetColumns));
        }
    }
}
