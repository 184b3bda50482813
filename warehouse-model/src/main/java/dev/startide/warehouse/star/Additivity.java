package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;

/// Over which rows a measure may be summed up.
public sealed interface Additivity {

    /// Over any.
    record Additive() implements Additivity {}

    /// Over any that agree in some roles: a balance may be summed over accounts, but not over days.
    ///
    /// @param notOver the roles in which the rows must agree, at least one
    record SemiAdditive(List<ColumnName> notOver) implements Additivity {
        public SemiAdditive {
            notOver = List.copyOf(notOver);
            if (notOver.isEmpty()) {
                throw new IllegalArgumentException("A semi-additive measure has a role not to sum over");
            }
        }
    }

    /// Over none: a temperature or a price for one piece.
    record NotAdditive() implements Additivity {}
}
