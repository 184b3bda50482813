package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.StoredFact;
import dev.startide.domain.star.StoredShare;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.Attribute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The loader's questions, each one statement for up to [KeyedQuery#MAX_KEYS] keys. Statements are
/// rendered once for each table.
final class Lookups {

    /// Made once for each table and shared.
    private record Prepared(KeyedQuery query, RowReader reader) {
        static Prepared of(KeyedQuery query, Table table) {
            return new Prepared(query, new RowReader(table.writtenColumns()));
        }
    }

    private final Map<Table, Prepared> byTable = new ConcurrentHashMap<>();
    private final Map<Table, Prepared> byIdentity = new ConcurrentHashMap<>();
    private final Map<String, Followers> followers = new ConcurrentHashMap<>();
    private final Map<Table, FactQuery> facts = new ConcurrentHashMap<>();
    private final Map<Table, BridgeQuery> bridges = new ConcurrentHashMap<>();

    Map<Key, @Nullable Object[]> entities(Connection connection, EntityLayout layout, List<Key> keys)
            throws SQLException {
        Map<Key, @Nullable Object[]> rows = HashMap.newHashMap(keys.size());
        Prepared prepared = prepared(layout.table(), layout.table().primaryKey());
        forEachRow(connection, prepared, keys, row -> rows.put(Key.from(row, 0, layout.keyWidth()), row));
        return rows;
    }

    /// First the individuals that the keys are of, then all keys of each.
    Map<Key, Key> identities(Connection connection, AliasLayout layout, List<Key> keys) throws SQLException {
        Table table = layout.table();
        int width = layout.keyWidth();
        List<ColumnName> identity =
                layout.entity().key().stream().map(Attribute::name).toList();
        Set<Key> individuals = new HashSet<>();
        forEachRow(
                connection,
                prepared(table, table.primaryKey()),
                keys,
                row -> individuals.add(Key.from(row, width, width)));
        Prepared ofIndividuals =
                byIdentity.computeIfAbsent(table, _ -> Prepared.of(KeyedQuery.rowsOf(table, identity), table));
        Map<Key, Key> identities = new HashMap<>();
        forEachRow(
                connection,
                ofIndividuals,
                List.copyOf(individuals),
                row -> identities.put(Key.from(row, 0, width), Key.from(row, width, width)));
        return identities;
    }

    /// The instant travels as the last part of the key, and bounds the rows from below.
    Map<Key, List<@Nullable Object[]>> changes(Connection connection, ChangeLayout layout, Map<Key, Instant> since)
            throws SQLException {
        List<ColumnName> key =
                layout.entity().key().stream().map(Attribute::name).toList();
        Table table = layout.table();
        Prepared prepared = byTable.computeIfAbsent(
                table, _ -> Prepared.of(KeyedQuery.rowsSince(table, key, Bookkeeping.CHANGED_AT), table));
        List<Key> keys = new ArrayList<>(since.size());
        since.forEach((wanted, from) -> keys.add(extended(wanted, layout.keyWidth(), from)));
        return grouped(connection, prepared, keys, 0, layout.keyWidth());
    }

    private static Key extended(Key key, int width, Instant from) {
        Object[] parts = new Object[width + 1];
        key.writeTo(parts, 0);
        parts[width] = from;
        return Key.of(parts);
    }

    Map<Key, List<@Nullable Object[]>> versions(Connection connection, MemberLayout layout, List<Key> keys)
            throws SQLException {
        List<ColumnName> key =
                layout.dimension().naturalKey().stream().map(Attribute::name).toList();
        Map<Key, List<@Nullable Object[]>> versions = grouped(
                connection, prepared(layout.table(), key), keys, layout.naturalKeyAt(), layout.naturalKeyWidth());
        int validFrom = layout.versionAt() + 1;
        Comparator<@Nullable Object[]> byValidity = Comparator.comparing(row -> (Instant) row[validFrom]);
        versions.values().forEach(rows -> rows.sort(byValidity));
        return versions;
    }

    /// The versions of all members that refer to these.
    Map<Key, List<@Nullable Object[]>> referring(
            Connection connection, MemberLayout layout, OutriggerLayout reference, List<Key> durableKeys)
            throws SQLException {
        Followers query = followers.computeIfAbsent(
                layout.table().name() + " " + reference.outrigger().name(), _ -> Followers.of(layout, reference));
        Set<Key> referring = new HashSet<>();
        for (List<Key> chunk : chunks(durableKeys)) {
            referring.addAll(query.find(connection, chunk));
        }
        return versions(connection, layout, List.copyOf(referring));
    }

    Map<Key, StoredFact> facts(Connection connection, FactLayout layout, List<Key> grains) throws SQLException {
        FactQuery query = facts.computeIfAbsent(layout.table(), _ -> FactQuery.of(layout));
        Map<Key, StoredFact> found = HashMap.newHashMap(grains.size());
        for (List<Key> chunk : chunks(grains)) {
            query.ask(connection, chunk, fact -> found.put(Key.from(fact.row(), 0, layout.grainWidth()), fact));
        }
        for (BridgeLayout bridge : layout.bridges()) {
            addShares(connection, bridge, found);
        }
        return found;
    }

    private void addShares(Connection connection, BridgeLayout layout, Map<Key, StoredFact> facts) throws SQLException {
        BridgeQuery query = bridges.computeIfAbsent(layout.table(), _ -> BridgeQuery.of(layout));
        Map<Key, List<StoredShare>> shares = HashMap.newHashMap(facts.size());
        for (List<Key> chunk : chunks(List.copyOf(facts.keySet()))) {
            query.ask(
                    connection,
                    chunk,
                    (grain, share) -> shares.computeIfAbsent(grain, _ -> new ArrayList<>())
                            .add(share));
        }
        facts.replaceAll((grain, fact) -> fact.with(shares.getOrDefault(grain, List.of())));
    }

    Map<Key, List<@Nullable Object[]>> remembered(Connection connection, FactMemory memory, List<Key> grains)
            throws SQLException {
        List<ColumnName> grain =
                memory.fact().grain().stream().map(Attribute::name).toList();
        return grouped(connection, prepared(memory.table(), grain), grains, 0, memory.grainWidth());
    }

    long highestKey(Connection connection, MemberLayout layout) throws SQLException {
        Field<Long> version = DSL.field(Names.of(layout.table().primaryKey().getFirst()), Long.class);
        Field<Long> durable =
                DSL.field(Names.of(MemberLayout.durableKeyOf(layout.dimension().name())), Long.class);
        String sql = Names.RENDERER.render(DSL.select(DSL.greatest(DSL.max(version), DSL.max(durable)))
                .from(Names.table(layout.table().name())));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Math.max(0, row.getLong(1)) : 0;
        }
    }

    Set<LocalDate> days(Connection connection, CalendarLayout layout) throws SQLException {
        Field<LocalDate> day = DSL.field(DSL.name("calendar_date"), LocalDate.class);
        String sql = Names.RENDERER.render(
                DSL.select(day).from(Names.table(layout.table().name())).where(day.isNotNull()));
        Set<LocalDate> days = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
        }
        return days;
    }

    /// Takes a row that was read.
    @FunctionalInterface
    private interface RowSink {
        void take(@Nullable Object[] row);
    }

    private Prepared prepared(Table table, List<ColumnName> key) {
        return byTable.computeIfAbsent(table, _ -> Prepared.of(KeyedQuery.rowsOf(table, key), table));
    }

    private static Map<Key, List<@Nullable Object[]>> grouped(
            Connection connection, Prepared prepared, List<Key> keys, int keyAt, int keyWidth) throws SQLException {
        Map<Key, List<@Nullable Object[]>> groups = HashMap.newHashMap(keys.size());
        forEachRow(
                connection,
                prepared,
                keys,
                row -> groups.computeIfAbsent(Key.from(row, keyAt, keyWidth), _ -> new ArrayList<>())
                        .add(row));
        return groups;
    }

    private static void forEachRow(Connection connection, Prepared prepared, List<Key> keys, RowSink sink)
            throws SQLException {
        for (List<Key> chunk : chunks(keys)) {
            try (PreparedStatement statement = prepared.query().prepare(connection, chunk);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.take(prepared.reader().read(rows, 1));
                }
            }
        }
    }

    /// Sorted, so that the index is read from one end to the other.
    private static List<List<Key>> chunks(List<Key> keys) {
        List<Key> sorted = keys.stream().distinct().sorted().toList();
        List<List<Key>> chunks = new ArrayList<>();
        for (int start = 0; start < sorted.size(); start += KeyedQuery.MAX_KEYS) {
            chunks.add(sorted.subList(start, Math.min(sorted.size(), start + KeyedQuery.MAX_KEYS)));
        }
        return chunks;
    }
}
