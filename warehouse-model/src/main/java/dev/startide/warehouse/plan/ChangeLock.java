package dev.startide.warehouse.plan;

/// Who has to wait while a change is made, and how long.
public record ChangeLock(Waiting waiting, Length length) {

    /// Nothing that exists is locked.
    public static final ChangeLock NONE = new ChangeLock(Waiting.NOBODY, Length.MOMENT);

    /// Who has to wait.
    public enum Waiting {
        NOBODY,

        /// Whoever writes rows, which is the load.
        WRITERS,

        /// Readers as well.
        EVERYBODY
    }

    /// How long the lock is held, once it is there.
    public enum Length {
        /// However many rows there are.
        MOMENT,

        /// Until all rows have been read.
        READING,

        /// Until all rows have been written anew.
        REWRITING
    }
}
