package dev.startide.domain.quality;

/// What one step of the load did.
public sealed interface LoadStep {

    /// A batch was committed.
    ///
    /// @param events how many events it accounted for
    /// @param rows how many rows of the warehouse were written
    record Loaded(long events, long loaded, long quarantined, long ignored, long rows) implements LoadStep {

        /// Both steps as one.
        public Loaded plus(Loaded other) {
            return new Loaded(
                    events + other.events,
                    loaded + other.loaded,
                    quarantined + other.quarantined,
                    ignored + other.ignored,
                    rows + other.rows);
        }
    }

    /// Events of the quarantine were tried again.
    ///
    /// @param events how many
    /// @param loaded how many of them are loaded now
    /// @param quarantined how many still cannot be
    /// @param rows how many rows of the warehouse were written
    record Retried(long events, long loaded, long quarantined, long ignored, long rows) implements LoadStep {}

    /// Nothing was waiting.
    record Idle() implements LoadStep {}

    /// Another process holds the right to load.
    record StandingBy() implements LoadStep {}
}
