package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.impl.DSL;

/// Parts of what an apply does, for those that make tables beside the live ones.
public final class SchemaMaking {

    private static final WarehouseSchema NOTHING = new WarehouseSchema(List.of(), List.of());

    private SchemaMaking() {}

    /// The schema that the live warehouse has.
    public static WarehouseSchema existing(Connection connection) throws SQLException {
        return ExistingSchema.read(connection);
    }

    /// Makes the tables of a layout, which must not exist, with the rows that are there from the
    /// start.
    public static void tables(Connection connection, WarehouseLayout layout) throws SQLException {
        WarehouseSchema tables = new WarehouseSchema(layout.schema().tables(), List.of());
        KeyEnforcing.requireServer(tables, connection.getMetaData().getDatabaseMajorVersion());
        try (Statement statement = connection.createStatement()) {
            for (String schema : layout.schemas().ofTables()) {
                statement.execute(Names.RENDERER.render(DSL.createSchemaIfNotExists(DSL.name(schema))));
            }
            for (SchemaChange change : SchemaDiff.between(NOTHING, tables).changes()) {
                for (String sql : ChangeSql.of(change)) {
                    statement.execute(sql);
                }
            }
        }
        Comments.write(connection, tables);
        StartingRows.add(connection, layout);
    }

    /// What makes a view.
    public static String createView(View view) {
        return ChangeSql.of(new SchemaChange.SetView(view)).getLast();
    }

    /// The statements that set the alarms of a table, in place of those that it has.
    public static List<String> alarms(Table table) {
        return table.alarms().stream()
                .flatMap(alarm -> AlarmSql.of(table.name(), alarm).stream())
                .toList();
    }

    /// What adds a foreign key, whether the rows that exist fulfil it or not.
    public static String addForeignKeyUnchecked(TableName table, ForeignKey key) {
        String add = ChangeSql.of(new SchemaChange.AddForeignKey(table, key)).getLast();
        return switch (key.enforcement()) {
            case ENFORCED -> add + " not valid";
            case DECLARED -> add;
        };
    }

    /// Writes comments, notes the views, gives the readers their rights and records the model.
    public static void finish(Connection connection, WarehouseLayout layout, String readers) throws SQLException {
        WarehouseModel model = layout.model();
        ModelHistory.claim(connection, model);
        Comments.write(connection, layout.schema());
        for (View view : layout.marts()) {
            SchemaChanges.note(connection, view);
        }
        grant(connection, readers);
        ModelHistory.record(connection, model);
    }

    /// Gives the readers their rights.
    public static void grant(Connection connection, String readers) throws SQLException {
        new ReaderRole(readers).grant(connection);
    }
}
