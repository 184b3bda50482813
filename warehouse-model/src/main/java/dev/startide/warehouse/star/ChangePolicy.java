package dev.startide.warehouse.star;

/// What a change does to an attribute of a dimension: Kimball's types of slowly changing
/// dimensions. Type 7 needs none of its own, because facts have the key of the version and that of
/// the member.
public enum ChangePolicy {
    /// Type 0: the first value by event time stays for ever.
    KEEP_FIRST(0),

    /// Type 1: the latest value shows in every version.
    OVERWRITE(1),

    /// Type 2: another value starts a new version.
    VERSION(2),

    /// Type 3: the latest value shows in every version, and beside it the one before.
    KEEP_PREVIOUS(3),

    /// Type 6: another value starts a new version, and the latest value shows beside it in every
    /// version.
    VERSION_AND_LATEST(6);

    private final int type;

    ChangePolicy(int type) {
        this.type = type;
    }

    /// The number by which the policy is known, and by which a model file names it.
    public int type() {
        return type;
    }
}
