package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.log.IdDecision.Candidate;
import dev.startide.adapter.outbound.postgres.log.IdDecision.NewId;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.IngestReceipt.Outcome;
import dev.startide.domain.event.OpenLane;
import dev.startide.warehouse.schema.LogicalType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Recognises the ids of a batch, within the transaction that appends it.
///
/// An id is known by its digest, and its event's content by the digest of its payload. Where lanes
/// bring the same id at the same time, the second waits for the first to commit and then finds it.
final class EventIds {

    private static final String KNOWN = SqlFile.beside(EventIds.class, "known_ids.sql");
    private static final String REMEMBER = SqlFile.beside(EventIds.class, "remember_ids.sql");
    private static final String PLACE = SqlFile.beside(EventIds.class, "place_ids.sql");
    private static final byte[] NO_CONTENT = new byte[0];

    private final Connection connection;
    private final OpenLane lane;
    private final Duration window;

    EventIds(Connection connection, OpenLane lane, Duration window) {
        this.connection = connection;
        this.lane = lane;
        this.window = window;
    }

    /// Decides on each event and remembers the ids that are new.
    ///
    /// @param first the position of the first event that is written
    List<Outcome> decide(List<IncomingEvent> events, long first) throws SQLException {
        List<Candidate> candidates = events.stream().map(EventIds::candidate).toList();
        Map<UUID, UUID> known = known(candidates);
        IdDecision decision = IdDecision.on(candidates, known, lane.id(), first);
        Set<UUID> remembered = remember(decision.fresh());
        if (remembered.size() == decision.fresh().size()) {
            return decision.outcomes();
        }
        known.putAll(known(decision.fresh().stream()
                .filter(id -> !remembered.contains(id.id()))
                .map(id -> new Candidate(Optional.of(id.id()), id.payload(), id.arrivedAt()))
                .toList()));
        IdDecision settled = IdDecision.on(candidates, known, lane.id(), first);
        place(settled.fresh());
        return settled.outcomes();
    }

    private Map<UUID, UUID> known(List<Candidate> candidates) throws SQLException {
        List<Candidate> named =
                candidates.stream().filter(event -> event.id().isPresent()).toList();
        Map<UUID, UUID> payloads = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setArray(
                    1,
                    uuids(named.stream().flatMap(event -> event.id().stream()).toList()));
            statement.setArray(
                    2, instants(named.stream().map(Candidate::arrivedAt).toList()));
            statement.setString(3, lane.source().value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    payloads.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
        }
        return payloads;
    }

    private Set<UUID> remember(List<NewId> fresh) throws SQLException {
        Set<UUID> remembered = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setString(1, lane.source().value());
            statement.setInt(2, lane.id().value());
            statement.setArray(3, uuids(fresh.stream().map(NewId::id).toList()));
            statement.setArray(4, uuids(fresh.stream().map(NewId::payload).toList()));
            statement.setArray(5, positions(fresh));
            statement.setArray(
                    6,
                    instants(fresh.stream()
                            .map(id -> id.arrivedAt().plus(window))
                            .toList()));
            statement.setString(7, window.toString());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    remembered.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return remembered;
    }

    private void place(List<NewId> fresh) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PLACE)) {
            statement.setArray(1, uuids(fresh.stream().map(NewId::id).toList()));
            statement.setArray(2, positions(fresh));
            statement.setString(3, lane.source().value());
            statement.executeUpdate();
        }
    }

    private Array uuids(List<UUID> values) throws SQLException {
        return SqlArrays.of(connection, new LogicalType.Uuid(), values);
    }

    private Array instants(List<Instant> values) throws SQLException {
        return SqlArrays.ofInstants(connection, values);
    }

    private Array positions(List<NewId> ids) throws SQLException {
        return SqlArrays.ofLongs(connection, ids.stream().map(NewId::position).toList());
    }

    private static Candidate candidate(IncomingEvent event) {
        UUID payload = EventDigest.of("", event.payload().bytes()).toUuid();
        return switch (event.identity()) {
            case Identity.Given(var id) ->
                new Candidate(Optional.of(EventDigest.of(id, NO_CONTENT).toUuid()), payload, event.arrivedAt());
            case Identity.InContent() -> new Candidate(Optional.empty(), payload, event.arrivedAt());
        };
    }
}
