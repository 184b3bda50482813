package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlTypes;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.Horizon.Passed;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What snapshots ask: which things come next, and which have been passed. The database alone
/// compares keys, so that its collation decides both.
final class SnapshotLookups {

    private static final String PAGE = "select distinct {0} from {1} where {2} order by {0} limit {3}";
    private static final String AFTER = "({0}) > ({1})";
    private static final String UP_TO = "select {0} from unnest({2}) as k ({0}) where ({0}) <= ({1})";

    private SnapshotLookups() {}

    static List<Key> grains(Connection connection, FactMemory memory, Passed after, int limit) throws SQLException {
        List<Attribute> grain = memory.fact().grain();
        var columns = DSL.list(grain.stream().map(part -> Names.of(part.name())).toList());
        QueryPart behind = switch (after) {
            case Passed.None() -> DSL.trueCondition();
            case Passed.UpTo _ -> DSL.sql(AFTER, columns, first(grain));
        };
        String sql = Names.RENDERER.render(
                DSL.sql(PAGE, columns, Names.of(memory.table().name()), behind, DSL.inline(limit)));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (after instanceof Passed.UpTo(var last)) {
                bind(connection, statement, 1, grain, List.of(last));
            }
            return read(statement, grain);
        }
    }

    static Set<Key> passed(Connection connection, FactMemory memory, Passed upTo, Collection<Key> grains)
            throws SQLException {
        if (!(upTo instanceof Passed.UpTo(var last))) {
            return Set.of();
        }
        List<Attribute> grain = memory.fact().grain();
        Name[] parts = IntStream.range(0, grain.size())
                .mapToObj(index -> DSL.name("p" + index))
                .toArray(Name[]::new);
        String sql = Names.RENDERER.render(DSL.sql(UP_TO, DSL.list(parts), first(grain), DSL.list(arrays(grain))));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, 1, grain, List.copyOf(grains));
            bind(connection, statement, 1 + grain.size(), grain, List.of(last));
            return new HashSet<>(read(statement, grain));
        }
    }

    static Optional<@Nullable Object[]> horizon(Connection connection, FactHorizon layout) throws SQLException {
        String sql = Names.RENDERER.render(DSL.select(layout.table().writtenColumns().stream()
                        .map(Names::field)
                        .toList())
                .from(Names.table(layout.table().name())));
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? Optional.of(new RowReader(layout.table().writtenColumns()).read(rows, 1))
                    : Optional.empty();
        }
    }

    /// The parts of one key, each the first element of an array: so every type travels as keys do.
    private static QueryPart first(List<Attribute> grain) {
        return DSL.list(arrays(grain).stream()
                .map(array -> DSL.sql("({0})[1]", array))
                .map(QueryPart.class::cast)
                .toList());
    }

    private static List<Param<?>> arrays(List<Attribute> grain) {
        List<Param<?>> arrays = new ArrayList<>();
        grain.forEach(
                part -> arrays.add(DSL.param("keys", SqlTypes.of(part.type()).getArrayDataType())));
        return arrays;
    }

    private static void bind(
            Connection connection, PreparedStatement statement, int at, List<Attribute> grain, List<Key> keys)
            throws SQLException {
        for (int part = 0; part < grain.size(); part++) {
            int index = part;
            List<Object> values = keys.stream().map(key -> key.part(index)).toList();
            statement.setArray(
                    at + part, SqlArrays.of(connection, grain.get(part).type(), values));
        }
    }

    private static List<Key> read(PreparedStatement statement, List<Attribute> grain) throws SQLException {
        List<LogicalType> types = grain.stream().map(Attribute::type).toList();
        List<Key> keys = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                @Nullable Object[] parts = new @Nullable Object[types.size()];
                for (int part = 0; part < parts.length; part++) {
                    parts[part] = RowReader.value(rows, part + 1, types.get(part));
                }
                keys.add(Key.from(parts, 0, parts.length));
            }
        }
        return keys;
    }
}
