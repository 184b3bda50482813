package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.domain.port.outbound.SchemaStatements;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.schema.Enforcement;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/// Says changes in PostgreSQL's words. Keys that exist have names that only the database knows.
@Singleton
final class PostgresSchemaStatements implements SchemaStatements {

    private final Database database;

    PostgresSchemaStatements(Database database) {
        this.database = database;
    }

    @Override
    public List<String> of(SchemaChange change) {
        return switch (change) {
            case SchemaChange.ChangeEnforcement enforcement ->
                database.looking("read the names of foreign keys", connection -> switching(connection, enforcement));
            case SchemaChange.CheckForeignKey(var table, var key) ->
                database.looking(
                        "read the names of foreign keys", connection -> KeyEnforcing.checks(connection, table, key));
            case SchemaChange.AddTable _,
                    SchemaChange.AddColumn _,
                    SchemaChange.AddIndex _,
                    SchemaChange.AddAlarm _,
                    SchemaChange.AddForeignKey _,
                    SchemaChange.SetView _ -> ChangeSql.of(change);
            case SchemaChange.ChangeType _,
                    SchemaChange.ChangeKey _,
                    SchemaChange.AddRequiredColumn _,
                    SchemaChange.AddLateColumn _,
                    SchemaChange.AddLateTable _,
                    SchemaChange.Obstacle _ -> List.of();
        };
    }

    private static List<String> switching(Connection connection, SchemaChange.ChangeEnforcement change)
            throws SQLException {
        List<String> switching = KeyEnforcing.statements(connection, change);
        return change.foreignKey().enforcement() == Enforcement.DECLARED
                ? switching
                : Stream.concat(
                                switching.stream(),
                                KeyEnforcing.checks(connection, change.target(), change.foreignKey()).stream())
                        .toList();
    }
}
