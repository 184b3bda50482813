package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.IngestReceipt.Outcome;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.schema.LogicalType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Recognises the ids of a batch, within the transaction that appends it.
///
/// An id is known by its digest, and its event's content by the digest of its payload.
final class EventIds {

    private static final String KNOWN = SqlFile.beside(EventIds.class, "known_ids.sql");
    private static final String REMEMBER = SqlFile.beside(EventIds.class, "remember_ids.sql");
    private static final LogicalType UUID_TYPE = new LogicalType.Uuid();
    private static final byte[] NO_CONTENT = new byte[0];

    private final Connection connection;
    private final OpenLane lane;
    private final Duration window;

    EventIds(Connection connection, OpenLane lane, Duration window) {
        this.connection = connection;
        this.lane = lane;
        this.window = window;
    }

    /// An id that an event of the batch gives for the first time.
    private record NewId(UUID id, UUID payload, long position, Instant arrivedAt) {}

    /// Decides on each event and remembers the ids that are new.
    ///
    /// @param first the position of the first event that is written
    /// @throws StartideException `DATABASE_CONFLICT` if another lane took one of the ids meanwhile
    List<Outcome> decide(List<IncomingEvent> events, long first) throws SQLException {
        List<UUID> ids = events.stream().map(EventIds::digestOfId).toList();
        Map<UUID, UUID> payloads = known(events, ids);
        List<NewId> fresh = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>(events.size());
        long next = first;
        for (int index = 0; index < events.size(); index++) {
            IncomingEvent event = events.get(index);
            if (event.identity() instanceof Identity.InContent) {
                outcomes.add(new Outcome.Accepted(new LanePosition(lane.id(), next++)));
                continue;
            }
            UUID payload = digestOfPayload(event);
            UUID before = payloads.putIfAbsent(ids.get(index), payload);
            if (before == null) {
                fresh.add(new NewId(ids.get(index), payload, next, event.arrivedAt()));
                outcomes.add(new Outcome.Accepted(new LanePosition(lane.id(), next++)));
            } else if (before.equals(payload)) {
                outcomes.add(new Outcome.Duplicate());
            } else {
                outcomes.add(new Outcome.Conflicting(new LanePosition(lane.id(), next++)));
            }
        }
        remember(fresh);
        return outcomes;
    }

    private Map<UUID, UUID> known(List<IncomingEvent> events, List<UUID> ids) throws SQLException {
        Map<UUID, UUID> payloads = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setArray(1, SqlArrays.of(connection, UUID_TYPE, ids));
            statement.setArray(
                    2,
                    SqlArrays.ofInstants(
                            connection,
                            events.stream().map(IncomingEvent::arrivedAt).toList()));
            statement.setString(3, lane.source().value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    payloads.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
        }
        return payloads;
    }

    private void remember(List<NewId> fresh) throws SQLException {
        if (fresh.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setString(1, lane.source().value());
            statement.setInt(2, lane.id().value());
            statement.setArray(
                    3,
                    SqlArrays.of(
                            connection, UUID_TYPE, fresh.stream().map(NewId::id).toList()));
            statement.setArray(
                    4,
                    SqlArrays.of(
                            connection,
                            UUID_TYPE,
                            fresh.stream().map(NewId::payload).toList()));
            statement.setArray(
                    5,
                    SqlArrays.ofLongs(
                            connection, fresh.stream().map(NewId::position).toList()));
            statement.setArray(
                    6,
                    SqlArrays.ofInstants(
                            connection,
                            fresh.stream()
                                    .map(id -> id.arrivedAt().plus(window))
                                    .toList()));
            statement.setString(7, window.toString());
            if (statement.executeUpdate() != fresh.size()) {
                throw StartideException.because(
                        FailureCode.DATABASE_CONFLICT,
                        "Another lane of source %s logged one of the ids meanwhile".formatted(lane.source()));
            }
        }
    }

    private static UUID digestOfId(IncomingEvent event) {
        return switch (event.identity()) {
            case Identity.Given(var id) -> EventDigest.of(id, NO_CONTENT).toUuid();
            case Identity.InContent() -> new UUID(0, 0);
        };
    }

    private static UUID digestOfPayload(IncomingEvent event) {
        return EventDigest.of("", event.payload().bytes()).toUuid();
    }
}
