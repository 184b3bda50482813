package dev.startide.warehouse.validation;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import java.util.List;
import java.util.Map;

/// Checks SQL expressions over columns of a fact. Safe for use by many threads.
public interface SqlCheck {

    /// An expression over one row that the database may compute once and store: deterministic,
    /// without aggregates, subqueries, or anything that depends on time, session or locale.
    ///
    /// @param columns the columns that it may use
    Finding checkScalar(String sql, Map<ColumnName, LogicalType> columns);

    /// An expression over the rows of a group: every column stands inside an aggregate.
    ///
    /// @param columns the columns that it may use
    /// @param alias what the table with the columns is called where the expression will stand
    Finding checkAggregate(String sql, Map<ColumnName, LogicalType> columns, String alias);

    /// What the check found.
    sealed interface Finding {

        /// The expression is fine.
        ///
        /// @param sql the expression to use, its columns qualified where an alias was given
        /// @param columns the columns it uses, in order of appearance, each once
        /// @param sums what it sums up over rows; none if it is about one row
        record Usable(String sql, List<ColumnName> columns, List<Sum> sums) implements Finding {
            public Usable {
                columns = List.copyOf(columns);
                sums = List.copyOf(sums);
            }
        }

        /// The expression cannot be used.
        record Unusable(ExpressionProblem problem) implements Finding {}
    }

    /// What stands inside of one `sum(…)`.
    ///
    /// @param columns the columns that are summed up
    /// @param isWeighted whether there is a product or a quotient among them
    record Sum(List<ColumnName> columns, boolean isWeighted) {
        public Sum {
            columns = List.copyOf(columns);
        }
    }
}
