package dev.startide.warehouse.layout;

import java.util.List;

/// The database schemas that tables of a warehouse are in.
///
/// A warehouse lives in [#LIVE]. While it is rebuilt, tables of the same names stand beside it in
/// [#REBUILD], and after the swap the former ones in [#OLD]. Names of models have no double
/// underscore, and so never clash with these.
///
/// @param normalized normalized tables, one for each entity, and the stored changes of those with
///     history
/// @param star dimensions and facts
/// @param mart what readers see
/// @param control the loader's own rows: lease, cursors, quarantine
public record Schemas(String normalized, String star, String mart, String control) {

    /// The raw log, of which there is one.
    public static final String RAW = "raw";

    /// The platform's own rows: lanes, cursors, quarantine, applied models.
    public static final String CONTROL = "startide";

    /// What is loaded into and what readers see.
    public static final Schemas LIVE = new Schemas("norm", "star", "mart", CONTROL);

    /// What is being rebuilt from the raw log.
    public static final Schemas REBUILD = LIVE.withSuffix("__rebuild");

    /// What was live before the last rebuild.
    public static final Schemas OLD = LIVE.withSuffix("__old");

    /// The schemas that hold tables of the warehouse.
    public List<String> ofTables() {
        return List.of(normalized, star);
    }

    private Schemas withSuffix(String suffix) {
        return new Schemas(normalized + suffix, star + suffix, mart + suffix, control + suffix);
    }
}
