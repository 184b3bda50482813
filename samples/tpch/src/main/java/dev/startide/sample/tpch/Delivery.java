package dev.startide.sample.tpch;

/// How the events reach the outside.
public enum Delivery {
    /// Each event once, in the order in which they happened.
    IN_ORDER,

    /// As real systems do it: mostly in order, but some member changes arrive after later changes
    /// and after orders that they affect, some members are announced after the first order that
    /// names them, and some events come twice.
    LATE_AND_DOUBLED,

    /// The events of `LATE_AND_DOUBLED` in a random order.
    SHUFFLED
}
