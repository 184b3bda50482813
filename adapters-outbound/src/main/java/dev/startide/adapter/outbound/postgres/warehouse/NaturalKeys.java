package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Name;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The natural keys of members beside rows that point at their versions.
final class NaturalKeys {

    private NaturalKeys() {}

    /// A dimension's table begins with version key, durable key and natural key, see
    /// [MemberLayout], so its columns are named here by their places.
    static KeyedQuery.OuterJoin join(Role.OfMember role, String schema, String alias) {
        Name[] columns = Stream.concat(Stream.of(DSL.name("v"), DSL.name("d")), names(role))
                .toArray(Name[]::new);
        return new KeyedQuery.OuterJoin(
                Names.table(MemberLayout.tableOf(role.dimension(), schema)).as(DSL.name(alias), columns),
                DSL.field(DSL.name(alias, "v")).eq(Names.field(KeyedQuery.ROW, FactLayout.keyOf(role))));
    }

    /// The parts of the natural key, to be selected.
    static List<SelectField<?>> fields(Role.OfMember role, String alias) {
        return names(role)
                .<SelectField<?>>map(part -> DSL.field(DSL.name(DSL.name(alias), part)))
                .toList();
    }

    /// Reads a natural key.
    ///
    /// @param at where its first part stands in the result
    /// @return empty for a special member
    static Optional<Key> read(ResultSet row, int at, List<LogicalType> types) throws SQLException {
        @Nullable Object[] parts = new @Nullable Object[types.size()];
        for (int part = 0; part < parts.length; part++) {
            parts[part] = RowReader.value(row, at + part, types.get(part));
            if (parts[part] == null) {
                return Optional.empty();
            }
        }
        return Optional.of(Key.from(parts, 0, parts.length));
    }

    private static Stream<Name> names(Role.OfMember role) {
        return IntStream.range(0, role.inputs().size()).mapToObj(index -> DSL.name("n" + index));
    }
}
