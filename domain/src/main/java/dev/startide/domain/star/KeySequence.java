package dev.startide.domain.star;

/// Gives out the keys of a dimension, for versions and members alike. Numbers may be left out,
/// never given twice.
public final class KeySequence {

    private long last;

    /// @param highest the highest key that is in use
    public KeySequence(long highest) {
        this.last = highest;
    }

    public long next() {
        return ++last;
    }
}
