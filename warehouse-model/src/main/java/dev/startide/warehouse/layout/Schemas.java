package dev.startide.warehouse.layout;

import dev.startide.warehouse.schema.TableName;
import java.util.List;
import java.util.stream.Stream;

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

    /// The table or view here that corresponds to one of the live warehouse.
    ///
    /// @param live a name in one of the schemas of [#LIVE]
    public TableName in(TableName live) {
        return new TableName(corresponding(live.schema()), live.name());
    }

    /// The table of the live warehouse that corresponds to one here.
    public TableName live(TableName here) {
        return Stream.of(new TableName(LIVE.normalized, here.name()), new TableName(LIVE.star, here.name()))
                .filter(candidate -> in(candidate).equals(here))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No table of these schemas: " + here));
    }

    private String corresponding(String schema) {
        if (schema.equals(LIVE.normalized)) {
            return normalized;
        }
        if (schema.equals(LIVE.star)) {
            return star;
        }
        if (schema.equals(LIVE.mart)) {
            return mart;
        }
        throw new IllegalArgumentException("No schema of the live warehouse: " + schema);
    }

    private Schemas withSuffix(String suffix) {
        return new Schemas(normalized + suffix, star + suffix, mart + suffix, control + suffix);
    }
}
