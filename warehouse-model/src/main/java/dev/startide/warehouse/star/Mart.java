package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;
import java.util.Locale;

/// What a group of readers sees of a fact.
///
/// @param by what the rows are grouped by; empty shows the rows of the fact with their dimensions
///     side by side
/// @param measures what is shown of each group; empty where `by` is
/// @param history which version of a member a row is shown with
public record Mart(
        MartName name,
        String description,
        FactName fact,
        List<Grouping> by,
        List<Aggregate> measures,
        History history) {

    /// Which version of a member is shown beside a fact.
    public enum History {
        /// The one that held when the fact happened.
        AS_WAS,

        /// The latest one.
        AS_IS,

        /// Both, side by side: the attributes of the latest one are called `current_`.
        BOTH;

        /// The word by which a model file names it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A mart that shows members as they were.
    public Mart(MartName name, String description, FactName fact, List<Grouping> by, List<Aggregate> measures) {
        this(name, description, fact, by, measures, History.AS_WAS);
    }

    public Mart {
        by = List.copyOf(by);
        measures = List.copyOf(measures);
    }

    /// One thing that rows are grouped by.
    public sealed interface Grouping {

        /// Whether it groups by the dimension in a role, or by one that this refers to.
        default boolean isOf(ColumnName wanted) {
            return switch (this) {
                case ByAttribute(var role, var _) -> role.equals(wanted);
                case ByReferred(var role, var _, var _) -> role.equals(wanted);
                case ByColumn _ -> false;
            };
        }

        /// An attribute of the dimension in a role: `customer.segment`.
        record ByAttribute(ColumnName role, ColumnName attribute) implements Grouping {}

        /// An attribute of a dimension that the dimension in a role refers to:
        /// `account.customer.segment`.
        ///
        /// @param references the names of the references that lead to it, one after the other
        record ByReferred(ColumnName role, List<ColumnName> references, ColumnName attribute) implements Grouping {
            public ByReferred {
                references = List.copyOf(references);
            }
        }

        /// A column of the fact itself: `channel`.
        record ByColumn(ColumnName column) implements Grouping {}
    }

    /// An SQL aggregate over columns of the fact: `sum(amount)`.
    public record Aggregate(ColumnName name, String sql, String description) {}
}
