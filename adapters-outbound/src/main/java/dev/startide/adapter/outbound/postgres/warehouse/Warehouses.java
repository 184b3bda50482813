package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.domain.port.outbound.Warehouse;

/// Warehouses beside the live one.
public final class Warehouses {

    private Warehouses() {}

    /// A warehouse whose loader has its own rows in another schema.
    public static Warehouse withControlIn(String schema, Database database) {
        return new PostgresWarehouse(database, schema, ControlSql.Notices.UNWANTED);
    }
}
