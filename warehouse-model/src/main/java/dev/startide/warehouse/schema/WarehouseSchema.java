package dev.startide.warehouse.schema;

import java.util.List;
import java.util.Optional;

/// All tables and views of a warehouse, each after those that it refers to.
public record WarehouseSchema(List<Table> tables, List<View> views) {

    public WarehouseSchema {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
    }

    /// The table of that name, if there is one.
    public Optional<Table> table(TableName wanted) {
        return tables.stream().filter(table -> table.name().equals(wanted)).findFirst();
    }
}
