package dev.startide.sample.brokerage;

/// How the events reach the outside.
public enum Delivery {
    /// Each event once, in the order in which they happened.
    IN_ORDER,

    /// As real systems do it: mostly in order, but some events come weeks or months late (changes
    /// after the facts they affect, deletes after later changes, a completion before its order),
    /// and some come twice.
    LATE_AND_DOUBLED,

    /// The events of `LATE_AND_DOUBLED` in a random order.
    SHUFFLED
}
