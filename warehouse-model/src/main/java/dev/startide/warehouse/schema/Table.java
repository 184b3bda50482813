package dev.startide.warehouse.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A table: its columns in order, its keys and what it is for.
///
/// @param primaryKey the columns that identify a row, all of them in `columns`
/// @param alarms what must hold of its rows besides
/// @param comment what a row of it is; may be empty
public record Table(
        TableName name,
        List<Column> columns,
        List<ColumnName> primaryKey,
        List<ForeignKey> foreignKeys,
        List<Index> indexes,
        List<Alarm> alarms,
        String comment) {

    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
        alarms = List.copyOf(alarms);
        requireDistinctColumns(name, columns);
    }

    /// A table without alarms.
    public Table(
            TableName name,
            List<Column> columns,
            List<ColumnName> primaryKey,
            List<ForeignKey> foreignKeys,
            List<Index> indexes,
            String comment) {
        this(name, columns, primaryKey, foreignKeys, indexes, List.of(), comment);
    }

    /// The column of that name, if the table has it.
    public Optional<Column> column(ColumnName wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /// The columns that rows bring along, in table order; computed ones are left out.
    public List<Column> writtenColumns() {
        return columns.stream().filter(Column::isWritten).toList();
    }

    /// The same table, with that done about each of its foreign keys.
    public Table keeping(Enforcement enforcement) {
        List<ForeignKey> keys =
                foreignKeys.stream().map(key -> key.as(enforcement)).toList();
        return new Table(name, columns, primaryKey, keys, indexes, alarms, comment);
    }

    private static void requireDistinctColumns(TableName table, List<Column> columns) {
        Set<ColumnName> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException("%s has two columns %s".formatted(table, column.name()));
            }
        }
    }
}
