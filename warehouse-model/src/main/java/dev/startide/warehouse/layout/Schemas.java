package dev.startide.warehouse.layout;

/// The database schemas of a warehouse.
public final class Schemas {

    /// The raw log.
    public static final String RAW = "raw";

    /// Normalized tables, one for each entity, and the stored changes of those with history.
    public static final String NORMALIZED = "norm";

    /// Dimensions and facts.
    public static final String STAR = "star";

    /// What readers see.
    public static final String MART = "mart";

    /// The platform's own rows: lanes, cursors, quarantine, applied models.
    public static final String CONTROL = "startide";

    private Schemas() {}
}
