package dev.startide.warehouse.schema;

/// Something that speaks of the past, and is right only if it was there from the first event on:
/// what it lacks when it is added later, no later event says.
public sealed interface Remembering {

    /// The table that speaks of it.
    TableName table();

    /// A column such as the first value of an attribute: what is said next is not the first.
    record InColumn(TableName table, ColumnName column) implements Remembering {}

    /// A table whose rows belong to those of another one: these would have none.
    record InTable(TableName table, TableName rows) implements Remembering {}
}
