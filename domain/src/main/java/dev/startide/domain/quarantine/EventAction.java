package dev.startide.domain.quarantine;

import java.time.Instant;

/// One thing that was done with an event.
///
/// @param action number of the action
public record EventAction(long action, QuarantineAction.Name name, String by, Instant at, String why, Outcome outcome) {

    /// What came of it. Stands in a table: never rename one.
    public enum Outcome {
        /// The loader has not come to it yet.
        WAITING,
        LOADED,
        QUARANTINED,
        IGNORED
    }
}
