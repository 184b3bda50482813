package dev.startide.warehouse.schema;

import java.util.List;

/// A view over one table and the tables joined to it, as data; an outbound adapter says it in its
/// dialect.
///
/// @param from the table whose rows are shown; known as `fact` inside expressions
/// @param groups how many of the leading `outputs` the view groups by; zero shows single rows
public record View(TableName name, TableName from, List<Join> joins, List<Output> outputs, int groups, String comment) {

    /// The alias of the table that a view is about.
    public static final String FROM_ALIAS = "fact";

    public View {
        joins = List.copyOf(joins);
        outputs = List.copyOf(outputs);
    }

    /// An inner join on equal columns.
    ///
    /// @param alias what the joined table is called in expressions
    /// @param fromColumn the column of the view's own table
    public record Join(String alias, TableName target, ColumnName fromColumn, ColumnName targetColumn) {}

    /// A column of the view.
    public record Output(ColumnName name, Expression expression, String comment) {}

    /// What a column of a view shows.
    public sealed interface Expression {

        /// A column of the view's own table or of a joined one.
        record Qualified(String alias, ColumnName column) implements Expression {}

        /// An SQL expression over the columns of the view's own table, such as `sum(amount)`.
        record Sql(String text) implements Expression {}
    }
}
