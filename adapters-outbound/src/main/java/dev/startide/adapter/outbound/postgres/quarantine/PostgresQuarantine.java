package dev.startide.adapter.outbound.postgres.quarantine;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.Quarantine;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.QuarantineEntry;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.quarantine.QuarantineSum;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.SourceName;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `startide.quarantine`; the loader's write fills it.
@Singleton
final class PostgresQuarantine implements Quarantine {

    private static final String ENTRIES = SqlFile.beside(PostgresQuarantine.class, "entries.sql");
    private static final String SUMS = SqlFile.beside(PostgresQuarantine.class, "sums.sql");
    private static final LanePosition START = new LanePosition(new LaneId(0), 0);

    private final Database database;

    PostgresQuarantine(Database database) {
        this.database = database;
    }

    @Override
    public List<QuarantineEntry> page(QuarantineFilter filter, LanePosition after, int limit) {
        return database.directly(
                Pool.CONTROL, "read the quarantine", connection -> entries(connection, filter, after, limit));
    }

    @Override
    public List<QuarantineSum> sums(QuarantineFilter filter) {
        return database.directly(Pool.CONTROL, "count the quarantine", connection -> {
            List<QuarantineSum> sums = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(SUMS)) {
                FilterBinding.bind(statement, filter, START);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        sums.add(new QuarantineSum(
                                new SourceName(row.getString(1)),
                                Rejection.Reason.valueOf(row.getString(2)),
                                row.getLong(3)));
                    }
                }
            }
            return List.copyOf(sums);
        });
    }

    static List<QuarantineEntry> entries(Connection connection, QuarantineFilter filter, LanePosition after, int limit)
            throws SQLException {
        List<QuarantineEntry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            int next = FilterBinding.bind(statement, filter, after);
            statement.setInt(next, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
        }
        return List.copyOf(entries);
    }

    private static QuarantineEntry entry(ResultSet row) throws SQLException {
        Rejection rejection = new Rejection(
                Rejection.Stage.valueOf(row.getString("stage")),
                Rejection.Reason.valueOf(row.getString("reason")),
                StorableText.unescape(row.getString("message")));
        QuarantinedEvent event = new QuarantinedEvent(
                new LanePosition(new LaneId(row.getInt("lane")), row.getLong("position")),
                new SourceName(row.getString("source")),
                rejection,
                Optional.ofNullable(row.getString("event_type")).map(EventName::new));
        return new QuarantineEntry(
                event,
                row.getInt("model_version"),
                row.getInt("attempts"),
                row.getObject("quarantined_at", OffsetDateTime.class).toInstant());
    }
}
