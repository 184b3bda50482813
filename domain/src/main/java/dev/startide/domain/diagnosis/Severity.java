package dev.startide.domain.diagnosis;

/// How bad something is, the worst last.
public enum Severity {
    /// It was looked at and is well.
    FINE,

    /// Worth knowing; nothing has to be done.
    NOTE,

    /// Works today, and may not tomorrow, or costs something.
    WARNING,

    /// A promise cannot be kept, or something does not work.
    ERROR,

    /// It could not be looked at, because it does not answer.
    UNREACHABLE
}
