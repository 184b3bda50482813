package dev.startide.domain.quality;

import java.time.Duration;
import java.util.List;

/// What a check found.
///
/// @param looked how many statements or comparisons it consisted of; 0 if the model gives it
///     nothing to look at
/// @param found how many findings there are; counted no further than [#MAX_COUNTED] for each
///     statement
/// @param findings the first of them
/// @param took how long it took
public record CheckOutcome(Check check, int looked, long found, List<Finding> findings, Duration took) {

    /// Findings of one statement are counted up to here; more than these need no exact number.
    public static final int MAX_COUNTED = 10_000;

    public CheckOutcome {
        findings = List.copyOf(findings);
        if (found < findings.size()) {
            throw new IllegalArgumentException(
                    "%s shows %d findings of %d".formatted(check.name(), findings.size(), found));
        }
    }

    /// Whether the promise holds, as far as it was looked at.
    public boolean isClean() {
        return found == 0;
    }
}
