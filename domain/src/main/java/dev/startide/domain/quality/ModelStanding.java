package dev.startide.domain.quality;

/// What a model is to the warehouse: whether it makes the rows that the warehouse is loaded with.
public enum ModelStanding {
    /// No model was applied yet.
    FIRST,

    /// It makes the same rows as the model that was applied last.
    LATEST,

    /// It makes the same rows as a model that was applied once, and was replaced by another one since.
    REPLACED,

    /// No model that makes these rows was ever applied, but others were.
    OTHER
}
