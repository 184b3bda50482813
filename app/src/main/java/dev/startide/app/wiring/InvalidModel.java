package dev.startide.app.wiring;

import dev.startide.warehouse.validation.PlacedIssue;
import java.util.List;

/// The model file holds no model that can be used.
public final class InvalidModel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PlacedIssue> issues;

    InvalidModel(String file, List<PlacedIssue> issues) {
        super("The model %s has mistakes".formatted(file));
        this.issues = List.copyOf(issues);
    }

    /// Everything that is wrong with it, in the order of places.
    public List<PlacedIssue> issues() {
        return issues;
    }
}
