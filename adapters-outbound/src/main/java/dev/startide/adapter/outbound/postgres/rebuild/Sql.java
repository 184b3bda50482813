package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.sql.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/// Statements with names in them, on one connection.
record Sql(Connection connection) {

    /// Reads a row of a result.
    @FunctionalInterface
    interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    static String render(String template, QueryPart... parts) {
        return Names.RENDERER.renderInlined(DSL.sql(template, parts));
    }

    /// Runs a statement.
    ///
    /// @return how many rows were changed
    long run(String template, QueryPart... parts) throws SQLException {
        return execute(render(template, parts));
    }

    /// Runs a statement without parts.
    ///
    /// @return how many rows were changed
    long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getLargeUpdateCount();
        }
    }

    <T> List<T> query(RowReading<T> reading, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reading.read(row));
                }
            }
            return found;
        }
    }

    long number(String sql) throws SQLException {
        return query(row -> row.getLong(1), sql).getFirst();
    }
}
