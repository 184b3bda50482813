package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.TableSnapshots;
import dev.startide.domain.quality.Rejection;
import dev.startide.warehouse.schema.Table;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads whole tables through a cursor of the server, so that memory does not grow with them.
@Singleton
final class PostgresTableSnapshots implements TableSnapshots {

    /// Enough that round trips do not count.
    private static final int FETCHED_AT_ONCE = 2_000;

    private static final String CURSORS = "select lane, position from startide.load_cursor where position > 0";
    private static final String REFUSED = "select lane, position from startide.quarantine where stage = ?";

    private final Database database;

    PostgresTableSnapshots(Database database) {
        this.database = database;
    }

    @Override
    public long count(Table table) {
        String sql = Names.RENDERER.render(DSL.selectCount().from(Names.table(table.name())));
        return database.onSnapshot("count the rows of " + table.name(), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public Standing read(Table table, Consumer<@Nullable Object[]> row) {
        return database.onSnapshot("read " + table.name(), connection -> {
            Standing standing = new Standing(cursors(connection), refused(connection));
            rows(connection, table, row);
            return standing;
        });
    }

    private static void rows(Connection connection, Table table, Consumer<@Nullable Object[]> row) throws SQLException {
        String sql = Names.RENDERER.render(
                DSL.select(table.writtenColumns().stream().map(Names::field).toList())
                        .from(Names.table(table.name())));
        RowReader reader = new RowReader(table.writtenColumns());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.accept(reader.read(rows, 1));
                }
            }
        }
    }

    private static Map<LaneId, Long> cursors(Connection connection) throws SQLException {
        Map<LaneId, Long> cursors = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(CURSORS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                cursors.put(new LaneId(rows.getInt(1)), rows.getLong(2));
            }
        }
        return cursors;
    }

    private static Set<LanePosition> refused(Connection connection) throws SQLException {
        Set<LanePosition> refused = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(REFUSED)) {
            statement.setString(1, Rejection.Stage.WRITE.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    refused.add(new LanePosition(new LaneId(rows.getInt(1)), rows.getLong(2)));
                }
            }
        }
        return refused;
    }
}
