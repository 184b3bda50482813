package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.declaration.Written.Spot;
import dev.startide.warehouse.validation.ModelIssue.Severity;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what is wrong, each thing once. Used by one thread.
final class Issues {

    private final Set<ModelIssue> found = new LinkedHashSet<>();
    private final Set<String> settled = new HashSet<>();

    /// What the written text says is wrong.
    void error(Written at, String problem, String remedy) {
        add(new ModelIssue(Severity.ERROR, at.path(), at.spot(), problem, remedy));
    }

    /// What the written text says cannot be understood, so that nothing else is said of it.
    void finalError(Written at, String problem, String remedy) {
        error(at, problem, remedy);
        settled.add(at.path());
    }

    /// The name of the part is wrong, or the part as a whole.
    void errorOfPart(String path, String problem, String remedy) {
        add(new ModelIssue(Severity.ERROR, path, Spot.NAME, problem, remedy));
    }

    void warning(Written at, String problem, String remedy) {
        add(new ModelIssue(Severity.WARNING, at.path(), at.spot(), problem, remedy));
    }

    private void add(ModelIssue issue) {
        if (!settled.contains(issue.path())) {
            found.add(issue);
        }
    }

    boolean haveErrors() {
        return found.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
    }

    List<ModelIssue> all() {
        return List.copyOf(found);
    }
}
