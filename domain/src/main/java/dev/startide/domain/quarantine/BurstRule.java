package dev.startide.domain.quarantine;

/// When a source is paused because too many of its events cannot be loaded for one reason.
public sealed interface BurstRule {

    /// Whatever is set aside, sources go on.
    record Never() implements BurstRule {}

    /// So many of so many.
    ///
    /// @param held how many events set aside for one reason make a burst
    /// @param among how many of the latest events of a source are looked at
    record After(int held, int among) implements BurstRule {

        /// Bounds what is remembered of each source.
        public static final int MOST = 100_000;

        public After {
            if (held < 1 || among < held || among > MOST) {
                throw new IllegalArgumentException(
                        "A burst is at least 1 event among at least as many and at most %d, not %d among %d"
                                .formatted(MOST, held, among));
            }
        }
    }
}
