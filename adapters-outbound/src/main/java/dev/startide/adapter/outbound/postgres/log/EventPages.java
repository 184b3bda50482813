package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.log.LaneShares.Backlog;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.Payload;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.mapping.SourceName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads events, a bounded number and size of them, fairly from all lanes that have some.
///
/// Sizes are asked for first, so that no payload beyond the limit is fetched.
final class EventPages {

    private static final String LANES = SqlFile.beside(EventPages.class, "lanes.sql");
    private static final String SIZES = SqlFile.beside(EventPages.class, "read_sizes.sql");
    private static final String EVENTS = SqlFile.beside(EventPages.class, "read_events.sql");

    private final PayloadSchemas schemas;

    /// Which lane goes first changes with each call, so that limits smaller than the number of
    /// lanes starve none.
    private final AtomicInteger turn = new AtomicInteger();

    EventPages(PayloadSchemas schemas) {
        this.schemas = schemas;
    }

    /// A stored event whose schema, if it has one, is still a number.
    private record StoredEvent(LanePosition at, int schemaId, IncomingEvent event, LoggedEvent.Admission admission) {}

    List<LoggedEvent> read(Connection connection, Map<LaneId, Long> after, int maxEvents, long maxBytes)
            throws SQLException {
        Map<LaneId, SourceName> sources = new HashMap<>();
        List<Backlog> backlogs = backlogs(connection, after, sources);
        if (backlogs.isEmpty()) {
            return List.of();
        }
        LaneShares byCount = LaneShares.ofEvents(backlogs, maxEvents, turn.getAndIncrement());
        LaneShares shares = byCount.withinBytes(sizes(connection, byCount), maxBytes);
        return logged(connection, events(connection, shares), sources);
    }

    /// One event, which must be there.
    LoggedEvent one(Connection connection, LanePosition at, SourceName source) throws SQLException {
        Backlog backlog = new Backlog(at.lane(), at.position(), at.position());
        return parts(connection, List.of(backlog), Map.of(at.lane(), source)).getFirst();
    }

    /// Consecutive events of lanes, all of which must be there.
    ///
    /// @param parts in the order of lanes and positions
    List<LoggedEvent> parts(Connection connection, List<Backlog> parts, Map<LaneId, SourceName> sources)
            throws SQLException {
        return parts.isEmpty() ? List.of() : logged(connection, events(connection, new LaneShares(parts, 0)), sources);
    }

    /// Up to where each lane was let go; lanes of which everything is there are left out.
    static Map<LaneId, Long> released(Connection connection) throws SQLException {
        Map<LaneId, Long> released = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LANES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getLong(4) > 1) {
                    released.put(new LaneId(rows.getInt(1)), rows.getLong(4) - 1);
                }
            }
        }
        return Map.copyOf(released);
    }

    private static List<Backlog> backlogs(
            Connection connection, Map<LaneId, Long> after, Map<LaneId, SourceName> sources) throws SQLException {
        List<Backlog> backlogs = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LANES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                LaneId lane = new LaneId(rows.getInt(1));
                long first = Math.max(after.getOrDefault(lane, 0L) + 1, rows.getLong(4));
                long last = rows.getLong(3) - 1;
                if (last >= first) {
                    backlogs.add(new Backlog(lane, first, last));
                    sources.put(lane, new SourceName(rows.getString(2)));
                }
            }
        }
        return backlogs;
    }

    private static Map<LaneId, List<Integer>> sizes(Connection connection, LaneShares shares) throws SQLException {
        Map<LaneId, List<Integer>> sizes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SIZES)) {
            bind(statement, shares);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sizes.computeIfAbsent(new LaneId(rows.getInt(1)), _ -> new ArrayList<>())
                            .add(rows.getInt(2));
                }
            }
        }
        return sizes;
    }

    private static List<StoredEvent> events(Connection connection, LaneShares shares) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            bind(statement, shares);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(event(rows));
                }
            }
        }
        requireDense(events, shares);
        return events;
    }

    private static void bind(PreparedStatement statement, LaneShares shares) throws SQLException {
        Connection connection = statement.getConnection();
        List<Backlog> parts = shares.parts();
        statement.setArray(
                1,
                SqlArrays.ofInts(
                        connection,
                        parts.stream().map(part -> part.lane().value()).toList()));
        statement.setArray(
                2,
                SqlArrays.ofLongs(connection, parts.stream().map(Backlog::first).toList()));
        statement.setArray(
                3,
                SqlArrays.ofLongs(connection, parts.stream().map(Backlog::last).toList()));
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        String id = row.getString(3);
        int schemaId = row.getInt(6);
        String headers = row.getString(7);
        IncomingEvent event = new IncomingEvent(
                id == null ? new Identity.InContent() : new Identity.Given(StorableText.unescape(id)),
                headers == null ? Map.of() : HeadersText.read(headers),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                new Payload.SelfDescribing(StorableText.unescape(row.getString(5)), row.getBytes(8)));
        return new StoredEvent(
                new LanePosition(new LaneId(row.getInt(1)), row.getLong(2)),
                schemaId,
                event,
                AdmissionCode.read(row.getInt(9)));
    }

    private List<LoggedEvent> logged(Connection connection, List<StoredEvent> events, Map<LaneId, SourceName> sources)
            throws SQLException {
        List<LoggedEvent> logged = new ArrayList<>(events.size());
        for (StoredEvent stored : events) {
            IncomingEvent event = stored.schemaId() == 0 ? stored.event() : withSchema(connection, stored);
            logged.add(new LoggedEvent(
                    stored.at(), Objects.requireNonNull(sources.get(stored.at().lane())), stored.admission(), event));
        }
        return logged;
    }

    private IncomingEvent withSchema(Connection connection, StoredEvent stored) throws SQLException {
        IncomingEvent event = stored.event();
        Payload payload = new Payload.WithSchema(
                event.payload().contentType(), event.payload().bytes(), schemas.withId(connection, stored.schemaId()));
        return new IncomingEvent(event.identity(), event.headers(), event.arrivedAt(), payload);
    }

    /// A gap would mean that an event was lost, or became visible after a later one.
    private static void requireDense(List<StoredEvent> events, LaneShares shares) {
        int index = 0;
        for (Backlog part : shares.parts()) {
            for (long position = part.first(); position <= part.last(); position++, index++) {
                if (index >= events.size() || !events.get(index).at().equals(new LanePosition(part.lane(), position))) {
                    throw StartideException.because(
                            FailureCode.INVARIANT_BROKEN,
                            "The raw log has no event at %s/%d".formatted(part.lane(), position));
                }
            }
        }
    }
}
