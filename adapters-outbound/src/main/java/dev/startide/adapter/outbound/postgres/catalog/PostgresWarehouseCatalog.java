package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.DatabaseConfig;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.quality.ModelStanding;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.WarehouseSchema;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/// Reads the catalog, and changes it in one transaction that waits only briefly for locks.
@Singleton
final class PostgresWarehouseCatalog implements WarehouseCatalog {

    private final Database database;
    private final DatabaseConfig config;

    PostgresWarehouseCatalog(Database database, DatabaseConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public WarehouseSchema existing() {
        return database.looking("read the catalog", ExistingSchema::read);
    }

    @Override
    public String warehouseName() {
        return database.looking(
                "read the warehouse's name",
                connection -> OwnTable.exists(connection, "warehouse") ? ModelHistory.warehouseName(connection) : "");
    }

    @Override
    public ModelStanding standing(WarehouseModel model) {
        return database.looking(
                "read which models were applied",
                connection -> OwnTable.exists(connection, "applied_model")
                        ? ModelHistory.standing(connection, model)
                        : ModelStanding.FIRST);
    }

    @Override
    public void apply(WarehouseModel model, SchemaPlan plan) {
        requireCompatible(plan);
        ReaderRole readers = new ReaderRole(config.readerRole());
        SchemaChanges changes = new SchemaChanges(WarehouseLayout.of(model), plan, readers, config.lockTimeout());
        database.unhurried("look at rows that exist", connection -> StandingKeys.require(connection, plan));
        database.directly(Pool.CONTROL, "create the readers' role", readers::create);
        database.inTransaction(Pool.CONTROL, "apply the model", changes::make);
        database.unhurried("check foreign keys", UncheckedKeys::check);
    }

    private static void requireCompatible(SchemaPlan plan) {
        if (!plan.incompatible().isEmpty()) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    plan.incompatible().stream()
                            .map(PostgresWarehouseCatalog::describe)
                            .collect(Collectors.joining("; ", "The model does not fit what exists: ", "")));
        }
    }

    private static String describe(SchemaChange change) {
        return switch (change) {
            case SchemaChange.ChangeType(var table, var column, var existing) ->
                "%s.%s is %s and would have to become %s"
                        .formatted(
                                table,
                                column.name(),
                                existing.sqlName(),
                                column.type().sqlName());
            case SchemaChange.ChangeKey(var table) ->
                "%s would need the primary key %s".formatted(table.name(), table.primaryKey());
            case SchemaChange.AddRequiredColumn(var table, var column) ->
                "%s has no column %s, which may not be empty".formatted(table, column.name());
            case SchemaChange.AddLateColumn(var table, var column) ->
                "%s has no column %s, which speaks of the time before it is added".formatted(table, column.name());
            case SchemaChange.AddLateTable(var table) ->
                "there is no table %s, which belongs to rows that may be there".formatted(table.name());
            case SchemaChange.Obstacle(var table, var what) -> "%s: %s".formatted(table, what);
            case SchemaChange.AddTable _,
                    SchemaChange.AddColumn _,
                    SchemaChange.AddIndex _,
                    SchemaChange.AddAlarm _,
                    SchemaChange.AddForeignKey _,
                    SchemaChange.ChangeEnforcement _,
                    SchemaChange.CheckForeignKey _,
                    SchemaChange.SetView _ -> change.target().toString();
        };
    }
}
