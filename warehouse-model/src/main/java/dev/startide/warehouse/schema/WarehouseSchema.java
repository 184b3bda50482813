package dev.startide.warehouse.schema;

import java.util.List;
import java.util.Optional;

/// All tables and views of a warehouse, each after those that it refers to.
///
/// @param remembering what cannot be added later; known of schemas that are wanted, not of those
///     that are found
/// @param unchecked foreign keys that are enforced for new rows, while those that were there have not
///     been looked at; known of schemas that are found
public record WarehouseSchema(
        List<Table> tables, List<View> views, List<Remembering> remembering, List<UncheckedKey> unchecked) {

    /// A foreign key of a table.
    public record UncheckedKey(TableName table, ForeignKey key) {}

    public WarehouseSchema {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        remembering = List.copyOf(remembering);
        unchecked = List.copyOf(unchecked);
    }

    /// A schema that may be added to in every way.
    public WarehouseSchema(List<Table> tables, List<View> views) {
        this(tables, views, List.of(), List.of());
    }

    /// The table of that name, if there is one.
    public Optional<Table> table(TableName wanted) {
        return tables.stream().filter(table -> table.name().equals(wanted)).findFirst();
    }
}
