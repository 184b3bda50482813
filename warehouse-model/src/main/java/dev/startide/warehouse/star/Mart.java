package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.MovingWindow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a group of readers sees of a fact, or of several.
public sealed interface Mart permits FactMart, CombinedMart {

    MartName name();

    String description();

    /// Which version of a member is shown beside a fact.
    enum History {
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

    /// One thing that rows are grouped by.
    sealed interface Grouping {

        /// What a text such as `customer.segment` names.
        ///
        /// @throws IllegalArgumentException if it is not made of names with points between
        static Grouping of(String text) {
            List<ColumnName> names =
                    Stream.of(text.split("\\.", -1)).map(ColumnName::new).toList();
            return switch (names.size()) {
                case 1 -> new ByColumn(names.getFirst());
                case 2 -> new ByAttribute(names.getFirst(), names.getLast());
                default -> new ByReferred(names.getFirst(), names.subList(1, names.size() - 1), names.getLast());
            };
        }

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
    record Aggregate(ColumnName name, String sql, String description) {}

    /// A value that looks back from each row over others.
    ///
    /// @param per columns of the fact that the others must agree in with the row
    record Window(ColumnName name, MovingWindow window, List<ColumnName> per, String description) {
        public Window {
            per = List.copyOf(per);
        }
    }
}
