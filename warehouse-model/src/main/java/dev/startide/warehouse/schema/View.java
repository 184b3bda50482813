package dev.startide.warehouse.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A view, as data; an outbound adapter says it in its dialect.
public record View(TableName name, Content content, String comment) {

    /// The alias of the table that a view is about.
    public static final String FROM_ALIAS = "fact";

    /// The columns that it shows, in order.
    public List<Output> outputs() {
        return content.outputs();
    }

    /// The joins of all its parts.
    public List<Join> joins() {
        return switch (content) {
            case Rows rows -> rows.joins();
            case Combined(var sides, var _) ->
                sides.stream().flatMap(side -> side.joins().stream()).toList();
        };
    }

    /// Where the rows of a view come from.
    public sealed interface Content {

        /// The columns that are shown, in order.
        List<Output> outputs();
    }

    /// Rows of one table and of the tables joined to it, or groups of them.
    ///
    /// @param from the table whose rows are shown; known as `fact` inside expressions
    /// @param groups how many of the leading `outputs` are grouped by; zero shows single rows
    public record Rows(TableName from, List<Join> joins, List<Output> outputs, int groups) implements Content {
        public Rows {
            joins = List.copyOf(joins);
            outputs = List.copyOf(outputs);
        }

        /// What the rows are grouped by.
        public List<Output> keys() {
            return outputs.subList(0, groups);
        }
    }

    /// Groups of several tables side by side: one row for each group that any of them has, with
    /// null where a table has nothing in the group. Nulls among what is grouped by are one group.
    ///
    /// @param sides all grouped by columns of the same names and types, in the same order
    /// @param measures the columns behind those, each of one side, in the order in which they are
    ///     shown
    public record Combined(List<Rows> sides, List<ColumnName> measures) implements Content {
        public Combined {
            sides = List.copyOf(sides);
            measures = List.copyOf(measures);
            if (sides.size() < 2) {
                throw new IllegalArgumentException("A combined view has at least two sides");
            }
        }

        @Override
        public List<Output> outputs() {
            Stream<Output> behind = measures.stream().map(this::measure);
            return Stream.concat(sides.getFirst().keys().stream(), behind).toList();
        }

        private Output measure(ColumnName name) {
            return sides.stream()
                    .flatMap(side -> side.outputs().stream().skip(side.groups()))
                    .filter(output -> output.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No side has a measure " + name));
        }
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

        /// A column of the view's own table over the rows of the last days, weeks, months or years:
        /// those from its own instant back to, but not including, the one that is so long ago.
        ///
        /// @param per columns of the view's own table that the rows must agree in
        /// @param order the column with the instant
        record Window(MovingWindow window, List<ColumnName> per, ColumnName order) implements Expression {
            public Window {
                per = List.copyOf(per);
            }
        }
    }
}
