package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.catalog.SchemaMaking;
import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlTypes;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.KnownKeys;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.WarehouseSchema;
import dev.startide.warehouse.star.Attribute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Asks live dimensions for the keys of their members.
final class LiveMembers {

    /// More keys than any rebuild lives to see given out.
    private static final long FAR = 1_000_000_000L;

    /// One statement for each dimension; none for one whose live table has other keys. The schema
    /// stays as it is while tables are rebuilt, but for additions.
    private final Map<TableName, Optional<String>> questions = new ConcurrentHashMap<>();

    /// Where keys may begin that live tables do not know: a round number far beyond all of theirs.
    static long farKey(Sql sql, WarehouseLayout layout, WarehouseSchema existing) throws SQLException {
        long highest = 0;
        for (MemberLayout member : layout.members()) {
            ColumnName durable = MemberLayout.durableKeyOf(member.dimension().name());
            Optional<Table> live = existing.table(member.table().name())
                    .filter(table -> isNumber(table, table.primaryKey()) && isNumber(table, List.of(durable)));
            if (live.isPresent()) {
                highest = Math.max(
                        highest,
                        sql.number(Sql.render(
                                "select coalesce(greatest(max({0}), max({1})), 0) from {2}",
                                Names.of(live.get().primaryKey().getFirst()),
                                Names.of(durable),
                                Names.of(live.get().name()))));
            }
        }
        return (highest / FAR + 2) * FAR;
    }

    private static boolean isNumber(Table table, List<ColumnName> columns) {
        return columns.size() == 1
                && table.column(columns.getFirst())
                        .filter(column -> column.type() instanceof LogicalType.BigInt)
                        .isPresent();
    }

    /// The keys of members; none for those that the live table does not know.
    ///
    /// @param beside the layout of the table beside
    Map<Key, KnownKeys> keys(Connection connection, MemberLayout beside, Collection<Key> naturalKeys)
            throws SQLException {
        Optional<String> question = question(connection, beside);
        return question.isEmpty() ? Map.of() : ask(connection, question.get(), beside, List.copyOf(naturalKeys));
    }

    /// Another model may have other questions.
    void forget() {
        questions.clear();
    }

    private Optional<String> question(Connection connection, MemberLayout beside) throws SQLException {
        TableName name = Schemas.REBUILD.live(beside.table().name());
        Optional<String> known = questions.get(name);
        if (known == null) {
            known = SchemaMaking.existing(connection)
                    .table(name)
                    .filter(table -> columns(beside).stream().allMatch(column -> isSame(table, column)))
                    .map(table -> render(beside, name));
            questions.put(name, known);
        }
        return known;
    }

    private static boolean isSame(Table live, Column wanted) {
        return live.column(wanted.name())
                .filter(column -> column.type().equals(wanted.type()))
                .isPresent();
    }

    /// Version key, durable key, natural key, beginning.
    private static List<Column> columns(MemberLayout layout) {
        List<Column> all = layout.table().writtenColumns();
        List<Column> columns = new ArrayList<>(all.subList(0, layout.naturalKeyAt() + layout.naturalKeyWidth()));
        columns.add(layout.table().column(MemberLayout.VALID_FROM).orElseThrow());
        return columns;
    }

    private static String render(MemberLayout layout, TableName live) {
        List<QueryPart> selected = new ArrayList<>();
        columns(layout).forEach(column -> selected.add(Names.field("live", column.name())));
        List<QueryPart> parameters = new ArrayList<>();
        List<QueryPart> parts = new ArrayList<>();
        QueryPart same = DSL.sql("true");
        for (Attribute part : layout.dimension().naturalKey()) {
            QueryPart name = DSL.name("wanted", "p" + parts.size());
            parts.add(DSL.name("p" + parts.size()));
            parameters.add(DSL.param("keys", SqlTypes.of(part.type()).getArrayDataType()));
            same = DSL.sql("{0} and {1} = {2}", same, Names.field("live", part.name()), name);
        }
        return Names.RENDERER.render(DSL.sql(
                "select {0} from unnest({1}) as wanted ({2}) join {3} as live on {4}",
                DSL.list(selected), DSL.list(parameters), DSL.list(parts), Names.of(live), same));
    }

    private static Map<Key, KnownKeys> ask(
            Connection connection, String question, MemberLayout layout, List<Key> naturalKeys) throws SQLException {
        List<Attribute> naturalKey = layout.dimension().naturalKey();
        Map<Key, Map<Instant, Long>> versions = new HashMap<>();
        Map<Key, Long> durable = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int part = 0; part < naturalKey.size(); part++) {
                int index = part;
                statement.setArray(
                        part + 1,
                        SqlArrays.of(
                                connection,
                                naturalKey.get(part).type(),
                                naturalKeys.stream().map(key -> key.part(index)).toList()));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Key key = key(row, naturalKey);
                    durable.put(key, row.getLong(2));
                    versions.computeIfAbsent(key, _ -> new HashMap<>())
                            .put(beginning(row, naturalKey.size()), row.getLong(1));
                }
            }
        }
        Map<Key, KnownKeys> known = HashMap.newHashMap(durable.size());
        durable.forEach((key, number) -> known.put(key, new KnownKeys(number, versions.getOrDefault(key, Map.of()))));
        return known;
    }

    private static Instant beginning(ResultSet row, int keyWidth) throws SQLException {
        return row.getObject(keyWidth + 3, OffsetDateTime.class).toInstant();
    }

    private static Key key(ResultSet row, List<Attribute> naturalKey) throws SQLException {
        @Nullable Object[] parts = new @Nullable Object[naturalKey.size()];
        for (int part = 0; part < parts.length; part++) {
            parts[part] = RowReader.value(row, part + 3, naturalKey.get(part).type());
        }
        return Key.from(parts, 0, parts.length);
    }
}
