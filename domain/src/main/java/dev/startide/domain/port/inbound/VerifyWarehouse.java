package dev.startide.domain.port.inbound;

import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.Verification;
import dev.startide.domain.quality.VerificationWatch;
import java.util.List;
import java.util.Set;

/// Checks on a live warehouse that promises hold, while it goes on loading.
public interface VerifyWarehouse {

    /// All checks that there are, in the order in which they are done.
    List<Check> checks();

    /// Does checks. Changes nothing, and keeps nobody who writes waiting.
    ///
    /// If the database lacks a table or a column that the model wants, only this is found.
    ///
    /// @throws IllegalArgumentException if a check or a table that is asked for does not exist
    Verification verify(Request request, VerificationWatch watch);

    /// What to verify.
    ///
    /// @param checks names of checks; none means all of them, unless tables are named
    /// @param rebuilt tables to compare with what the load makes of the raw log when it begins
    ///     anew, with their schema or without; of a large one a part is compared
    /// @param shown how many findings of each check to return at most, positive
    record Request(Set<String> checks, List<String> rebuilt, int shown) {

        public Request {
            checks = Set.copyOf(checks);
            rebuilt = List.copyOf(rebuilt);
            if (shown < 1) {
                throw new IllegalArgumentException("At least one finding is shown, not " + shown);
            }
        }
    }
}
