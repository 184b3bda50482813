package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.trace.Fate;
import dev.startide.domain.trace.FoundEvent;
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

/// Finds single events in the raw log, by position or by id.
@Singleton
final class PostgresEventLookup implements EventLookup {

    private static final String FATE = SqlFile.beside(PostgresEventLookup.class, "event_fate.sql");
    private static final String REMEMBERED =
            "select lane, position from raw.event_id where id = ? order by lane, position limit ?";
    private static final String ANYWHERE =
            "select lane, position from raw.event where event_id = ? order by arrived_at, lane, position limit ?";
    private static final byte[] NO_CONTENT = new byte[0];

    private final Database database;
    private final EventPages pages = new EventPages(new PayloadSchemas());
    private final ScatteredEvents scattered = new ScatteredEvents(pages);

    PostgresEventLookup(Database database) {
        this.database = database;
    }

    @Override
    public Optional<FoundEvent> at(LanePosition position) {
        return database.onSnapshot("look up event " + position, connection -> find(connection, position));
    }

    @Override
    public List<LanePosition> withId(String id, int most) {
        return database.onSnapshot("look up an event by its id", connection -> {
            List<LanePosition> remembered = positions(
                    connection, REMEMBERED, EventDigest.of(id, NO_CONTENT).toUuid(), most);
            return remembered.isEmpty() ? positions(connection, ANYWHERE, StorableText.escape(id), most) : remembered;
        });
    }

    @Override
    public Found those(List<LanePosition> wanted, long maxBytes) {
        return database.onSnapshot("look up events", connection -> scattered.read(connection, wanted, maxBytes));
    }

    private Optional<FoundEvent> find(Connection connection, LanePosition position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FATE)) {
            statement.setLong(1, position.position());
            statement.setInt(2, position.lane().value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()
                        || position.position() < row.getLong("first_position")
                        || position.position() >= row.getLong("next_position")) {
                    return Optional.empty();
                }
                SourceName source = new SourceName(row.getString("source"));
                LaneName lane = new LaneName(StorableText.unescape(row.getString("name")));
                return Optional.of(new FoundEvent(pages.one(connection, position, source), lane, fate(row, position)));
            }
        }
    }

    private static Fate fate(ResultSet row, LanePosition position) throws SQLException {
        if (row.getString("reason") != null) {
            Rejection rejection = new Rejection(
                    Rejection.Stage.valueOf(row.getString("stage")),
                    Rejection.Reason.valueOf(row.getString("reason")),
                    StorableText.unescape(row.getString("message")));
            OffsetDateTime at = row.getObject("quarantined_at", OffsetDateTime.class);
            return new Fate.Quarantined(rejection, at.toInstant(), row.getInt("attempts"));
        }
        return row.getLong("loaded_up_to") < position.position() ? new Fate.Waiting() : new Fate.Passed();
    }

    private static List<LanePosition> positions(Connection connection, String sql, Object id, int most)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setInt(2, most);
            try (ResultSet rows = statement.executeQuery()) {
                List<LanePosition> positions = new ArrayList<>();
                while (rows.next()) {
                    positions.add(new LanePosition(new LaneId(rows.getInt(1)), rows.getLong(2)));
                }
                return positions;
            }
        }
    }
}
