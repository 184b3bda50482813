package dev.startide.warehouse.validation;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.expectation.ModelTest;
import java.util.List;

/// What became of reading a model file.
public sealed interface ModelFileResult {

    /// What its writer should know, in the order of places: warnings of a valid model; errors and
    /// warnings of an invalid one.
    List<PlacedIssue> issues();

    /// The file holds a model that can be used.
    ///
    /// @param tests what it says of itself, in the order of the file
    record Valid(WarehouseModel model, List<ModelTest> tests, List<PlacedIssue> issues) implements ModelFileResult {
        public Valid {
            tests = List.copyOf(tests);
            issues = List.copyOf(issues);
        }
    }

    /// It holds none; at least one issue is an error.
    record Invalid(List<PlacedIssue> issues) implements ModelFileResult {
        public Invalid {
            issues = List.copyOf(issues);
        }
    }
}
