package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.util.function.Predicate;

/// Tells which changes of a plan are still to be made: another process may have applied the same
/// plan since it was made.
///
/// @param existing the schema as it is now
record Missing(WarehouseSchema existing) {

    boolean includes(SchemaChange change) {
        return switch (change) {
            case SchemaChange.AddTable(var table) -> isMissing(table.name(), _ -> true);
            case SchemaChange.AddColumn(var table, var column) ->
                isMissing(table, found -> found.column(column.name()).isPresent());
            case SchemaChange.AddIndex(var table, var index) ->
                isMissing(table, found -> found.indexes().contains(index));
            case SchemaChange.AddAlarm(var table, var alarm) ->
                isMissing(table, found -> found.alarms().contains(alarm));
            case SchemaChange.AddForeignKey(var table, var key) ->
                isMissing(table, found -> found.foreignKeys().contains(key));
            case SchemaChange.ChangeEnforcement(var table, var key) ->
                isMissing(table, found -> found.foreignKeys().contains(key));
            // Rows are checked after the transaction, and then all that is unchecked.
            case SchemaChange.CheckForeignKey _ -> false;
            case SchemaChange.SetView(var view) -> !existing.views().contains(view);
            case SchemaChange.ChangeType _,
                    SchemaChange.ChangeKey _,
                    SchemaChange.AddRequiredColumn _,
                    SchemaChange.AddLateColumn _,
                    SchemaChange.AddLateTable _,
                    SchemaChange.Obstacle _ -> true;
        };
    }

    private boolean isMissing(TableName name, Predicate<Table> has) {
        return existing.table(name).filter(has).isEmpty();
    }
}
