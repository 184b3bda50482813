package dev.startide.warehouse.schema;

import java.util.List;
import java.util.Optional;

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
    /// @param fromAlias the view's own table, or the alias of a table that is joined before
    /// @param fromColumn the column of that table
    /// @param only a column of the joined table that must be true, if only such rows are joined
    /// @param sameNamed further columns that both tables have, and that are equal as well
    public record Join(
            String alias,
            TableName target,
            String fromAlias,
            ColumnName fromColumn,
            ColumnName targetColumn,
            Optional<ColumnName> only,
            List<ColumnName> sameNamed) {

        public Join {
            sameNamed = List.copyOf(sameNamed);
        }

        /// A join on columns of the same names to the view's own table.
        public static Join onSame(String alias, TableName target, List<ColumnName> columns) {
            return new Join(
                    alias,
                    target,
                    FROM_ALIAS,
                    columns.getFirst(),
                    columns.getFirst(),
                    Optional.empty(),
                    columns.subList(1, columns.size()));
        }

        /// A join to the view's own table.
        public Join(String alias, TableName target, ColumnName fromColumn, ColumnName targetColumn) {
            this(alias, target, FROM_ALIAS, fromColumn, targetColumn, Optional.empty(), List.of());
        }

        /// The same join, of those rows only that have a column true.
        public Join where(ColumnName isTrue) {
            return new Join(alias, target, fromAlias, fromColumn, targetColumn, Optional.of(isTrue), sameNamed);
        }

        /// The same join to a table that is joined before.
        public Join to(String joined) {
            return new Join(alias, target, joined, fromColumn, targetColumn, only, sameNamed);
        }
    }

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
