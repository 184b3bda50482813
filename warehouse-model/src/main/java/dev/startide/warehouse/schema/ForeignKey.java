package dev.startide.warehouse.schema;

import java.util.List;

/// Columns that name a row of another table.
///
/// @param columns the referring columns, in the order of `targetColumns`
public record ForeignKey(
        List<ColumnName> columns, TableName target, List<ColumnName> targetColumns, Enforcement enforcement) {

    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
        if (columns.isEmpty() || columns.size() != targetColumns.size()) {
            throw new IllegalArgumentException(
                    "Foreign key to %s pairs %s with %s".formatted(target, columns, targetColumns));
        }
    }

    /// One that is enforced.
    public ForeignKey(List<ColumnName> columns, TableName target, List<ColumnName> targetColumns) {
        this(columns, target, targetColumns, Enforcement.ENFORCED);
    }

    /// The same, with that done about it.
    public ForeignKey as(Enforcement other) {
        return new ForeignKey(columns, target, targetColumns, other);
    }

    /// Whether both lead from the same columns to the same ones, whatever is done about it.
    public boolean leadsAs(ForeignKey other) {
        return as(other.enforcement).equals(other);
    }
}
