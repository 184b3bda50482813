package dev.startide.domain.testkit.course;

/// What may go wrong with a write.
public enum Mishap {
    /// The connection is lost before anything is written.
    LOST_BEFORE_COMMIT,

    /// Everything is written, but the answer is lost.
    LOST_AFTER_COMMIT,

    /// Nothing is written, in favour of another transaction.
    CONFLICT,

    /// Nothing is written, because there is no room for it.
    DISK_FULL,

    /// Another loader has taken over while this one was deciding.
    TAKEN_OVER,

    /// The process dies before anything is written.
    DIES_BEFORE_COMMIT,

    /// Everything is written, then the process dies.
    DIES_AFTER_COMMIT
}
