package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/// Makes a database look as a model wants it, within one transaction.
///
/// @param layout what the model wants
/// @param plan what is missing
/// @param readers who may read it
/// @param lockTimeout how long each statement may wait for a lock
record SchemaChanges(WarehouseLayout layout, SchemaPlan plan, ReaderRole readers, Duration lockTimeout) {

    private static final String NOTE_VIEW = SqlFile.beside(SchemaChanges.class, "note_view.sql");

    private static final List<String> SCHEMAS =
            List.of(Schemas.LIVE.normalized(), Schemas.LIVE.star(), Schemas.LIVE.mart());

    private static final String STILL_USED = "2BP01";

    /// Any number that nobody else uses: two models are not applied at the same time.
    private static final long LOCK = 0x5354_4152_4150_504CL;

    /// Makes those changes that are still missing.
    ///
    /// @return how many there were in the plan
    int make(Connection connection) throws SQLException {
        WarehouseSchema schema = layout.schema();
        KeyEnforcing.requireServer(schema, connection.getMetaData().getDatabaseMajorVersion());
        begin(connection);
        ModelHistory.claim(connection, layout.model());
        Missing missing = new Missing(ExistingSchema.read(connection));
        for (SchemaChange change : plan.changes()) {
            if (missing.includes(change)) {
                make(connection, change);
                FailPoint.SCHEMA_CHANGE_MADE.reached();
            }
        }
        Comments.write(connection, schema);
        for (View view : schema.views()) {
            note(connection, view);
        }
        StartingRows.add(connection, layout);
        readers.grant(connection);
        ModelHistory.record(connection, layout.model());
        FailPoint.SCHEMA_CHANGED.reached();
        return plan.changes().size();
    }

    private void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_catalog.pg_advisory_xact_lock(%d)".formatted(LOCK));
            statement.execute("set local lock_timeout = %d".formatted(lockTimeout.toMillis()));
            for (String schema : SCHEMAS) {
                statement.execute(Names.RENDERER.render(DSL.createSchemaIfNotExists(DSL.name(schema))));
            }
        }
    }

    private static void make(Connection connection, SchemaChange change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            switch (change) {
                case SchemaChange.ChangeEnforcement enforcement -> KeyEnforcing.make(connection, enforcement);
                case SchemaChange.AddForeignKey(var table, var key) ->
                    statement.execute(SchemaMaking.addForeignKeyUnchecked(table, key));
                case SchemaChange.AddAlarm alarm -> {
                    execute(statement, alarm);
                    StandingRows.require(connection, alarm);
                }
                case SchemaChange.AddTable _,
                        SchemaChange.AddColumn _,
                        SchemaChange.AddIndex _,
                        SchemaChange.CheckForeignKey _,
                        SchemaChange.SetView _,
                        SchemaChange.ChangeType _,
                        SchemaChange.ChangeKey _,
                        SchemaChange.AddRequiredColumn _,
                        SchemaChange.AddLateColumn _,
                        SchemaChange.AddLateTable _,
                        SchemaChange.Obstacle _ -> execute(statement, change);
            }
        } catch (SQLException failure) {
            if (STILL_USED.equals(failure.getSQLState())) {
                throw stillUsed(change, failure);
            }
            Optional<StartideException> refusal = StandingRows.refusal(change, failure);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            throw failure;
        }
    }

    private static void execute(Statement statement, SchemaChange change) throws SQLException {
        for (String sql : ChangeSql.of(change)) {
            statement.execute(sql);
        }
    }

    private static StartideException stillUsed(SchemaChange change, SQLException failure) {
        return StartideException.because(
                FailureCode.MODEL_CONFLICT,
                "%s changes, but something of somebody else's is built on it: drop that first"
                        .formatted(change.target()),
                failure);
    }

    static void note(Connection connection, View view) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE_VIEW)) {
            statement.setString(1, ViewText.write(view));
            statement.setString(2, view.name().schema());
            statement.setString(3, view.name().name());
            statement.executeUpdate();
        }
    }
}
