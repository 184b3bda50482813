package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.layout.Schemas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Name;
import org.jooq.impl.DSL;

/// The role that may read dimensions, facts and marts, and nothing else. It cannot log in itself:
/// users become readers by `grant startide_reader to somebody`.
///
/// @param name its name in the cluster
record ReaderRole(String name) {

    private static final List<String> READABLE = List.of(Schemas.LIVE.star(), Schemas.LIVE.mart());

    private static final String OURS = SqlFile.beside(ReaderRole.class, "own_relations.sql");

    private static final String NO_RIGHT = "42501";
    private static final String EXISTS_NOW = "42710";
    private static final String EXISTS_NOW_TOO = "23505";

    /// Makes sure that the role exists, outside of any transaction: another database of the cluster
    /// may make it at the same time.
    ///
    /// @throws StartideException `DATABASE_UNFIT` if it is missing and we may not create it
    boolean create(Connection connection) throws SQLException {
        if (exists(connection)) {
            return false;
        }
        try {
            execute(connection, "create role {0} nologin", DSL.name(name));
            return true;
        } catch (SQLException failure) {
            return switch (String.valueOf(failure.getSQLState())) {
                case EXISTS_NOW, EXISTS_NOW_TOO -> false;
                case NO_RIGHT -> throw mayNot(failure);
                default -> throw failure;
            };
        }
    }

    private StartideException mayNot(SQLException failure) {
        return StartideException.because(
                FailureCode.DATABASE_UNFIT,
                "The database user may not create the readers' role. Run \"create role %s nologin\" once, or name "
                                .formatted(name)
                        + "an existing role by startide.database.reader-role",
                failure);
    }

    private boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from pg_catalog.pg_roles where rolname = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Gives the role its rights. Without `references`, `information_schema` would show a reader
    /// none of the foreign keys.
    void grant(Connection connection) throws SQLException {
        Name role = DSL.name(name);
        for (String schema : READABLE) {
            Name readable = DSL.name(schema);
            execute(connection, "grant usage on schema {0} to {1}", readable, role);
            for (String table : ours(connection, schema)) {
                execute(connection, "grant select, references on {0} to {1}", DSL.name(schema, table), role);
            }
            execute(
                    connection,
                    "alter default privileges in schema {0} grant select, references on tables to {1}",
                    readable,
                    role);
        }
    }

    /// Tables and views of ours: what others keep beside them is theirs to grant.
    private static List<String> ours(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OURS)) {
            statement.setString(1, schema);
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }

    private static void execute(Connection connection, String template, Name... names) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Names.RENDERER.render(DSL.sql(template, names)));
        }
    }
}
