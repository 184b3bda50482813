package dev.startide.domain.failure;

import static dev.startide.domain.failure.Handling.HALT;
import static dev.startide.domain.failure.Handling.PAUSE;
import static dev.startide.domain.failure.Handling.QUARANTINE;
import static dev.startide.domain.failure.Handling.RETRY;

/// A stable name for a kind of failure. Codes appear in metrics, logs and runbooks: never rename
/// one.
public enum FailureCode {
    /// The database refused a row for its data.
    DATA_REFUSED(QUARANTINE),

    /// An event makes more rows than one transaction may write.
    ROWS_EXCEEDED(QUARANTINE),

    /// The database cannot be reached, does not take writes, or said something that we do not know.
    DATABASE_UNAVAILABLE(PAUSE),

    /// The database is out of disk space, memory or connections.
    DATABASE_EXHAUSTED(PAUSE),

    /// The broker, or another source, cannot be reached.
    SOURCE_UNAVAILABLE(PAUSE),

    /// A source no longer has events that the raw log does not have.
    SOURCE_GAP(HALT),

    /// The database gave up a transaction in favour of another one, or a lock did not come free.
    DATABASE_CONFLICT(RETRY),

    /// A statement took longer than it may.
    DATABASE_TIMEOUT(RETRY),

    /// Another process has taken over the lane or the load; whatever this one had not committed is
    /// void.
    FENCED(RETRY),

    /// The model cannot be used with this database.
    MODEL_CONFLICT(HALT),

    /// The database is set up so that a promise could not be kept.
    DATABASE_UNFIT(HALT),

    /// The database says of its own files that they are damaged.
    DATABASE_DAMAGED(HALT),

    /// A setting has a value that cannot be used.
    SETTING_INVALID(HALT),

    /// The versions of a member contradict each other: an alarm of the database has gone off.
    HISTORY_BROKEN(HALT),

    /// Something happened that we held to be impossible.
    INVARIANT_BROKEN(HALT);

    private final Handling handling;

    FailureCode(Handling handling) {
        this.handling = handling;
    }

    public Handling handling() {
        return handling;
    }
}
