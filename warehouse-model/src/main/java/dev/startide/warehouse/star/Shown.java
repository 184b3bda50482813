package dev.startide.warehouse.star;

/// Which of the values that were said of an attribute a column shows.
public enum Shown {
    /// The first by event time that is not null, in all versions.
    FIRST,

    /// The last, in all versions.
    LATEST,

    /// The one that holds in the version; another one begins a version.
    VALID,

    /// The one before the last change to a different one, in all versions; null if there was no
    /// such change. Stands after a column that shows the latest value.
    PREVIOUS
}
