package dev.startide.domain.replay;

/// What was read again until now.
///
/// @param done how many events of the log were looked at
/// @param whole how many there are to look at
/// @param replayed how many of them were loaded again
/// @param recovered how many were not loaded before and are now
/// @param refused how many cannot be loaded; those that were loaded earlier stay so
/// @param rows how many rows were written; events whose rows are as they should be write none
public record ReplayProgress(long done, long whole, long replayed, long recovered, long refused, long rows) {

    /// Whether there is nothing left to look at.
    public boolean isDone() {
        return done >= whole;
    }
}
