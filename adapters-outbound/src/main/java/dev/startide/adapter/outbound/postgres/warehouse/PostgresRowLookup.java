package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.RowLookup;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads single rows as the loader reads many.
@Singleton
final class PostgresRowLookup implements RowLookup {

    private final Database database;

    PostgresRowLookup(Database database) {
        this.database = database;
    }

    @Override
    public List<@Nullable Object[]> rows(Table table, List<ColumnName> columns, Key values) {
        KeyedQuery query = KeyedQuery.rowsOf(table, columns);
        return database.looking(
                "look up rows of " + table.name(), connection -> rows(connection, query, table, values));
    }

    private static List<@Nullable Object[]> rows(Connection connection, KeyedQuery query, Table table, Key values)
            throws SQLException {
        RowReader reader = new RowReader(table.writtenColumns());
        try (PreparedStatement statement = query.prepare(connection, List.of(values));
                ResultSet found = statement.executeQuery()) {
            List<@Nullable Object[]> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reader.read(found, 1));
            }
            return rows;
        }
    }
}
