package dev.startide.domain.normalize;

/// What a change does to the row that it speaks of.
public enum ChangeKind {
    /// It says how the row is, as far as it speaks of it. What was gone is back.
    STATED,

    /// It says that the row is gone, and nothing of its attributes.
    GONE
}
