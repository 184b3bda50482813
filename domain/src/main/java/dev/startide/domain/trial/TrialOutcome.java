package dev.startide.domain.trial;

import java.util.List;

/// What came of a test in one order of its events.
public record TrialOutcome(String test, Arrangement arrangement, List<Difference> differences) {

    public TrialOutcome {
        differences = List.copyOf(differences);
    }

    public boolean hasPassed() {
        return differences.isEmpty();
    }
}
