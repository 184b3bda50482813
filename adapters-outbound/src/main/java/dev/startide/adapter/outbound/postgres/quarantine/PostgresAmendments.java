package dev.startide.adapter.outbound.postgres.quarantine;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePart;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.Amendments;
import dev.startide.domain.quarantine.Amendment;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads `raw.amendment`.
@Singleton
final class PostgresAmendments implements Amendments {

    private static final String WITHIN = SqlFile.beside(PostgresAmendments.class, "amendments.sql");

    private final Database database;

    PostgresAmendments(Database database) {
        this.database = database;
    }

    @Override
    public Map<LanePosition, Amendment> within(List<LanePart> parts) {
        return database.directly(Pool.LOAD, "look for amended events", connection -> read(connection, parts));
    }

    private static Map<LanePosition, Amendment> read(Connection connection, List<LanePart> parts) throws SQLException {
        Map<LanePosition, Amendment> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(WITHIN)) {
            statement.setArray(
                    1,
                    SqlArrays.ofInts(
                            connection,
                            parts.stream().map(part -> part.lane().value()).toList()));
            statement.setArray(
                    2,
                    SqlArrays.ofLongs(
                            connection, parts.stream().map(LanePart::first).toList()));
            statement.setArray(
                    3,
                    SqlArrays.ofLongs(
                            connection, parts.stream().map(LanePart::last).toList()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(new LanePosition(new LaneId(row.getInt(1)), row.getLong(2)), amendment(row));
                }
            }
        }
        return found;
    }

    private static Amendment amendment(ResultSet row) throws SQLException {
        return switch (AmendmentKind.valueOf(row.getString(3))) {
            case CORRECTED -> new Amendment.Corrected(StorableText.unescape(row.getString(4)), row.getBytes(5));
            case DISCARDED -> new Amendment.Discarded();
        };
    }
}
