package dev.startide.domain.rebuild;

/// What one step of a rebuild did.
public sealed interface RebuildStep {

    /// A batch was committed to the tables beside.
    ///
    /// @param done how many events they have by now
    /// @param whole how many the live tables have
    record Loaded(long done, long whole) implements RebuildStep {}

    /// The tables beside have, but for less than a batch, what the live ones have.
    record CaughtUp(long events) implements RebuildStep {}

    /// Somebody has asked to pause.
    record Paused() implements RebuildStep {}

    /// Another process is at it.
    record StandingBy() implements RebuildStep {}
}
