package dev.startide.warehouse.validation;

import dev.startide.warehouse.schema.LogicalType;
import java.util.Optional;

/// Checks CEL expressions over an event, which they call `event`. Safe for use by many threads.
public interface CelCheck {

    /// Whether the expression can be evaluated and gives a value of that type, or one that is read
    /// as that type.
    ///
    /// @return what is wrong with it; empty if nothing is
    Optional<ExpressionProblem> check(String expression, LogicalType expected);
}
