package dev.startide.domain.failure;

import static dev.startide.domain.failure.Handling.HALT;
import static dev.startide.domain.failure.Handling.QUARANTINE;
import static dev.startide.domain.failure.Handling.RETRY;

/// A stable name for a kind of failure. Codes appear in metrics, logs and runbooks: never rename
/// one.
public enum FailureCode {
    /// The database refused a row for its data.
    DATA_REFUSED(QUARANTINE),

    /// The database cannot be reached, is out of resources, or said something that we do not know.
    DATABASE_UNAVAILABLE(RETRY),

    /// The broker, or another source, cannot be reached.
    SOURCE_UNAVAILABLE(RETRY),

    /// The database gave up a transaction in favour of another one.
    DATABASE_CONFLICT(RETRY),

    /// Another process has taken over the lane or the load; whatever this one had not committed is
    /// void.
    FENCED(RETRY),

    /// The model cannot be used with this database.
    MODEL_CONFLICT(HALT),

    /// The database is set up so that a promise could not be kept.
    DATABASE_UNFIT(HALT),

    /// A setting has a value that cannot be used.
    SETTING_INVALID(HALT),

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
