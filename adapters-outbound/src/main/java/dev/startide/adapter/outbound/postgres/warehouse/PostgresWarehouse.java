package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.warehouse.ControlSql.Notices;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.star.Horizon;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.StoredFact;
import dev.startide.domain.star.StoredMember;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import dev.startide.warehouse.layout.Schemas;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers the loader from the tables of the warehouse, and writes its batches into them.
@Singleton
final class PostgresWarehouse implements Warehouse {

    private final Database database;
    private final Lookups lookups = new Lookups();
    private final BatchWriter writer;

    /// @param noticeTopic where notices of events go that are set aside; empty if nobody wants them
    @Inject
    PostgresWarehouse(Database database, @Value("${startide.quarantine.notices.topic:}") String noticeTopic) {
        this(database, Schemas.LIVE.control(), noticeTopic.isBlank() ? Notices.UNWANTED : Notices.WANTED);
    }

    /// @param control the schema with the loader's own rows
    PostgresWarehouse(Database database, String control, Notices notices) {
        this.database = database;
        this.writer = new BatchWriter(ControlSql.in(control, notices));
    }

    @Override
    public Map<Key, @Nullable Object[]> entities(EntityLayout layout, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return database.directly(
                Pool.LOAD, "look up entities", connection -> lookups.entities(connection, layout, List.copyOf(keys)));
    }

    @Override
    public Map<Key, Key> identities(AliasLayout layout, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return database.directly(
                Pool.LOAD, "look up keys", connection -> lookups.identities(connection, layout, List.copyOf(keys)));
    }

    @Override
    public Map<Key, List<@Nullable Object[]>> changes(ChangeLayout layout, Map<Key, Instant> since) {
        if (since.isEmpty()) {
            return Map.of();
        }
        return database.directly(
                Pool.LOAD, "look up changes", connection -> lookups.changes(connection, layout, since));
    }

    @Override
    public Map<Key, StoredMember> members(MemberLayout layout, Collection<Key> naturalKeys) {
        if (naturalKeys.isEmpty()) {
            return Map.of();
        }
        Map<Key, List<@Nullable Object[]>> versions = database.directly(
                Pool.LOAD,
                "look up members",
                connection -> lookups.versions(connection, layout, List.copyOf(naturalKeys)));
        return stored(versions);
    }

    @Override
    public Map<Key, StoredMember> referring(
            MemberLayout layout, OutriggerLayout reference, Collection<Long> durableKeys) {
        if (durableKeys.isEmpty()) {
            return Map.of();
        }
        List<Key> keys = durableKeys.stream().map(Key::of).toList();
        Map<Key, List<@Nullable Object[]>> versions = database.directly(
                Pool.LOAD,
                "look up referring members",
                connection -> lookups.referring(connection, layout, reference, keys));
        return stored(versions);
    }

    @Override
    public Map<Key, StoredFact> facts(FactLayout layout, Collection<Key> grains) {
        if (grains.isEmpty()) {
            return Map.of();
        }
        return database.directly(
                Pool.LOAD, "look up facts", connection -> lookups.facts(connection, layout, List.copyOf(grains)));
    }

    @Override
    public Map<Key, List<@Nullable Object[]>> remembered(FactMemory memory, Collection<Key> grains) {
        if (grains.isEmpty()) {
            return Map.of();
        }
        return database.directly(
                Pool.LOAD,
                "look up what is kept of facts",
                connection -> lookups.remembered(connection, memory, List.copyOf(grains)));
    }

    @Override
    public List<Key> grains(FactMemory memory, Horizon.Passed after, int limit) {
        return database.directly(
                Pool.LOAD,
                "look up what comes next",
                connection -> SnapshotLookups.grains(connection, memory, after, limit));
    }

    @Override
    public Set<Key> passed(FactMemory memory, Horizon.Passed upTo, Collection<Key> grains) {
        return database.directly(
                Pool.LOAD,
                "look up what has been passed",
                connection -> SnapshotLookups.passed(connection, memory, upTo, grains));
    }

    @Override
    public Optional<@Nullable Object[]> horizon(FactHorizon layout) {
        return database.directly(
                Pool.LOAD, "look up a horizon", connection -> SnapshotLookups.horizon(connection, layout));
    }

    @Override
    public long highestKey(MemberLayout layout) {
        return database.directly(
                Pool.LOAD, "look up the highest key", connection -> lookups.highestKey(connection, layout));
    }

    @Override
    public Set<LocalDate> days(CalendarLayout layout) {
        return database.directly(Pool.LOAD, "look up days", connection -> lookups.days(connection, layout));
    }

    @Override
    public void write(LoadWrites writes, long epoch) {
        String action = "write a batch of %d rows".formatted(writes.rows());
        database.inTransaction(Pool.LOAD, action, connection -> writer.write(connection, writes, epoch));
    }

    private static Map<Key, StoredMember> stored(Map<Key, List<@Nullable Object[]>> versions) {
        Map<Key, StoredMember> members = HashMap.newHashMap(versions.size());
        versions.forEach((key, rows) -> members.put(key, new StoredMember(rows)));
        return members;
    }
}
