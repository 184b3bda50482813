package dev.startide.warehouse.star;

/// What a change does to an attribute of a dimension: Kimball's types of slowly changing
/// dimensions.
public enum ChangePolicy {
    /// Type 0: the first value by event time stays for ever.
    KEEP_FIRST(0),

    /// Type 1: the latest value shows in every version.
    OVERWRITE(1),

    /// Type 2: another value starts a new version.
    VERSION(2);

    private final int type;

    ChangePolicy(int type) {
        this.type = type;
    }

    /// The number by which the policy is known, and by which a model file names it.
    public int type() {
        return type;
    }
}
