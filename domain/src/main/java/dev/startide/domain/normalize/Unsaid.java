package dev.startide.domain.normalize;

/// Stands in a row of values for "the event said nothing about it", which is not the same as saying
/// null.
public enum Unsaid {
    UNSAID
}
