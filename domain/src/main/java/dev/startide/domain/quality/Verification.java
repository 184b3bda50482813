package dev.startide.domain.quality;

import java.util.List;

/// What came of verifying a warehouse.
///
/// @param outcomes one for each check that was done, in the order of their areas and names
public record Verification(List<CheckOutcome> outcomes) {

    public Verification {
        outcomes = List.copyOf(outcomes);
    }

    /// Whether no check found anything.
    public boolean isClean() {
        return outcomes.stream().allMatch(CheckOutcome::isClean);
    }

    /// How many findings there are.
    public long found() {
        return outcomes.stream().mapToLong(CheckOutcome::found).sum();
    }
}
