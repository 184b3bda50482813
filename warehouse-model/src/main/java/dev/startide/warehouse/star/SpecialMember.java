package dev.startide.warehouse.star;

/// The members that every dimension has from the start, each for a reason why a fact names no
/// other.
public enum SpecialMember {
    /// Nothing was said, or that there is none.
    UNKNOWN(-1, "Unknown"),

    /// The model says that where nothing was said, nothing is meant to be.
    NOT_APPLICABLE(-2, "Not applicable"),

    /// Something was said that cannot be a key.
    INVALID(-3, "Invalid");

    private final int key;
    private final String label;

    SpecialMember(int key, String label) {
        this.key = key;
        this.label = label;
    }

    /// Its version key and durable key, in every dimension.
    public int key() {
        return key;
    }

    /// What its text attributes show.
    public String label() {
        return label;
    }
}
