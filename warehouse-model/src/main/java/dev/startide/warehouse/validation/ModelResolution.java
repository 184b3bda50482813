package dev.startide.warehouse.validation;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.expectation.ModelTest;
import java.util.List;

/// What became of a model that was written.
public sealed interface ModelResolution {

    /// What its writer should know, in the order in which it was found.
    List<ModelIssue> issues();

    /// The model can be used.
    ///
    /// @param tests what it says of itself, in the order in which they are written
    /// @param issues warnings only
    record Resolved(WarehouseModel model, List<ModelTest> tests, List<ModelIssue> issues) implements ModelResolution {
        public Resolved {
            tests = List.copyOf(tests);
            issues = List.copyOf(issues);
        }
    }

    /// The model cannot be used; at least one issue is an error.
    record Invalid(List<ModelIssue> issues) implements ModelResolution {
        public Invalid {
            issues = List.copyOf(issues);
        }
    }
}
