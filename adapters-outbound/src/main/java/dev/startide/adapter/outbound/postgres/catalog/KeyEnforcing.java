package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;

/// Lets the database begin, or end, to see to a foreign key. Each statement changes the catalog
/// alone and looks at no row, so that whoever waits for its lock waits for a moment; rows that exist
/// are checked later, by [UncheckedKeys].
final class KeyEnforcing {

    /// The first version that knows keys which are not enforced.
    static final int DECLARING_VERSION = 18;

    private static final String BETWEEN = SqlFile.beside(KeyEnforcing.class, "keys_between.sql");

    private KeyEnforcing() {}

    /// Refuses keys that the server does not know how to declare.
    ///
    /// @throws StartideException `MODEL_CONFLICT` if it is too old
    static void requireServer(WarehouseSchema wanted, int version) {
        boolean declares = wanted.tables().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> key.enforcement() == Enforcement.DECLARED);
        if (declares && version < DECLARING_VERSION) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    "The model says 'foreign_keys: declared', but PostgreSQL %d can only enforce foreign keys: upgrade it to %d, or write 'enforced'"
                            .formatted(version, DECLARING_VERSION));
        }
    }

    /// Makes the change; rows that exist are checked later.
    static void make(Connection connection, SchemaChange.ChangeEnforcement change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(connection, change)) {
                statement.execute(sql);
            }
        }
    }

    /// What makes the change.
    static List<String> statements(Connection connection, SchemaChange.ChangeEnforcement change) throws SQLException {
        TableName table = change.target();
        List<String> names = namesOf(connection, table, change.foreignKey());
        return switch (change.foreignKey().enforcement()) {
            case DECLARED ->
                names.stream()
                        .map(name -> alter(table, "alter constraint {0} not enforced", name))
                        .toList();
            case ENFORCED -> {
                List<String> statements = new ArrayList<>();
                names.forEach(name -> statements.add(alter(table, "drop constraint {0}", name)));
                for (String name : names.subList(0, Math.min(1, names.size()))) {
                    statements.add(ChangeSql.addForeignKey(table, name, change.foreignKey()) + " not valid");
                }
                yield statements;
            }
        };
    }

    /// What checks the rows that were there before a key was enforced.
    static List<String> checks(Connection connection, TableName table, ForeignKey key) throws SQLException {
        return namesOf(connection, table, key).stream()
                .limit(1)
                .map(name -> alter(table, "validate constraint {0}", name))
                .toList();
    }

    private static String alter(TableName table, String action, String name) {
        return Names.RENDERER.renderInlined(
                DSL.sql("alter table {0} {1}", Names.of(table), DSL.sql(action, DSL.name(name))));
    }

    private static List<String> namesOf(Connection connection, TableName table, ForeignKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
            statement.setString(1, table.toString());
            statement.setString(2, key.target().toString());
            statement.setArray(3, texts(connection, key.columns()));
            statement.setArray(4, texts(connection, key.targetColumns()));
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }

    private static Array texts(Connection connection, List<ColumnName> columns) throws SQLException {
        return connection.createArrayOf(
                "text", columns.stream().map(ColumnName::value).toArray());
    }
}
