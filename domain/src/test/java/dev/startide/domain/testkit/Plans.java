package dev.startide.domain.testkit;

import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.util.ArrayList;
import java.util.List;

/// Plans for tests.
public final class Plans {

    private Plans() {}

    /// Everything that a schema has, for a database that has nothing.
    public static SchemaPlan fromNothing(WarehouseSchema schema) {
        List<SchemaChange> changes = new ArrayList<>();
        schema.tables().forEach(table -> changes.add(new SchemaChange.AddTable(table)));
        schema.tables()
                .forEach(table ->
                        table.indexes().forEach(index -> changes.add(new SchemaChange.AddIndex(table.name(), index))));
        schema.tables()
                .forEach(table ->
                        table.alarms().forEach(alarm -> changes.add(new SchemaChange.AddAlarm(table.name(), alarm))));
        schema.tables()
                .forEach(table -> table.foreignKeys()
                        .forEach(foreignKey -> changes.add(new SchemaChange.AddForeignKey(table.name(), foreignKey))));
        schema.views().forEach(view -> changes.add(new SchemaChange.SetView(view)));
        return new SchemaPlan(changes);
    }
}
