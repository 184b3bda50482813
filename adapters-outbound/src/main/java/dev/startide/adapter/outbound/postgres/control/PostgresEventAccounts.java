package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.replay.LogPart;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks up single events in the quarantine and among those that rules have set aside.
@Singleton
final class PostgresEventAccounts implements EventAccounts {

    private static final String NOT_LOADED = SqlFile.beside(PostgresEventAccounts.class, "not_loaded.sql");
    private static final String ARRIVED = SqlFile.beside(PostgresEventAccounts.class, "arrived_between.sql");

    private final Database database;

    PostgresEventAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Map<LanePosition, EventStanding> notLoaded(Collection<LanePosition> events) {
        List<LanePosition> asked = List.copyOf(events);
        return database.directly(Pool.LOAD, "look up what became of events", connection -> {
            Map<LanePosition, EventStanding> standings = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(NOT_LOADED)) {
                statement.setArray(
                        1,
                        SqlArrays.ofInts(
                                connection,
                                asked.stream().map(at -> at.lane().value()).toList()));
                statement.setArray(
                        2,
                        SqlArrays.ofLongs(
                                connection,
                                asked.stream().map(LanePosition::position).toList()));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        String rule = row.getString(3);
                        standings.put(
                                new LanePosition(new LaneId(row.getInt(1)), row.getLong(2)),
                                rule == null
                                        ? new EventStanding.Quarantined()
                                        : new EventStanding.Ignored(StorableText.unescape(rule)));
                    }
                }
            }
            return standings;
        });
    }

    @Override
    public Map<LaneId, LogPart> arrivedBetween(Instant since, Instant until) {
        return database.directly(Pool.LOAD, "look for events by their arrival", connection -> {
            Map<LaneId, LogPart> parts = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(ARRIVED)) {
                statement.setObject(1, since.atOffset(ZoneOffset.UTC));
                statement.setObject(2, until.atOffset(ZoneOffset.UTC));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        parts.put(new LaneId(row.getInt(1)), new LogPart(row.getLong(2), row.getLong(3)));
                    }
                }
            }
            return parts;
        });
    }
}
