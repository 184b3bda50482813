package dev.startide.domain.retention;

import java.time.Duration;
import java.util.Set;

/// A part of the raw log that is let go as a whole. Volumes follow each other: of every lane, the
/// events of one come before those of the next.
///
/// @param number 1, 2, 3 …; one more than that of the volume before
/// @param written how long ago it was begun
/// @param closed how long ago the next one was begun; zero if it is the last one, which is being
///     written
/// @param bytes what it takes on disk
/// @param debts why it must not go yet, if it is not the last one
public record LogVolume(int number, Duration written, Duration closed, long bytes, Set<Debt> debts) {

    /// What events of a volume are still needed for.
    public enum Debt {
        /// Some were not loaded yet.
        UNLOADED("events that were not loaded yet"),

        /// Some are in the quarantine, and could be loaded some day.
        QUARANTINED("events in the quarantine"),

        /// Tables are being rebuilt from them, or were and may be put back, with the cursors of then.
        REBUILD("a rebuild that is under way or not confirmed");

        private final String words;

        Debt(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    public LogVolume {
        debts = Set.copyOf(debts);
    }
}
