package dev.startide.warehouse.star;

import java.util.Locale;

/// What becomes of a member of a dimension when it is said to be gone.
public enum Deletes {
    /// The version that holds ends, and none is current until something is said of the member
    /// again.
    CLOSE,

    /// A version begins that is marked as deleted.
    FLAG,

    /// Nothing: as if it had never been said.
    IGNORE;

    /// The word by which a model file names it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
