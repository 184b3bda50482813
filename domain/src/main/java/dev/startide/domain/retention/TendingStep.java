package dev.startide.domain.retention;

import dev.startide.domain.retention.LogVolume.Debt;
import java.util.Set;

/// What was done for the raw log.
///
/// @param begun numbers of volumes that were begun
/// @param released numbers of volumes that were let go
/// @param held why the oldest volume is still there although its time is over; nothing if it is
///     not over, or if it went
/// @param forgotten how many ids were forgotten
public record TendingStep(Set<Integer> begun, Set<Integer> released, Set<Debt> held, long forgotten) {

    public TendingStep {
        begun = Set.copyOf(begun);
        released = Set.copyOf(released);
        held = Set.copyOf(held);
    }
}
