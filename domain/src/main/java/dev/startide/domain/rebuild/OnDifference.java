package dev.startide.domain.rebuild;

/// What is done with rebuilt tables that differ from the live ones.
public enum OnDifference {
    /// The live ones stay; the rebuilt ones wait for a decision.
    KEEP_LIVE,

    /// The rebuilt ones take their place: they are what the raw log says.
    SWAP
}
