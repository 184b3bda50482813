package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.adapter.outbound.postgres.warehouse.KeyedQuery.OuterJoin;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.StoredFact;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Facts at some grains, each with the natural keys of its members, which are found by the keys of
/// the versions that it points at.
///
/// @param width how many values a row has; the natural keys follow it, role by role, then the flags
/// @param roles the types of the natural key in each member role
/// @param flags the types of the flags of junk dimensions
record FactQuery(
        KeyedQuery query, RowReader reader, int width, List<List<LogicalType>> roles, List<LogicalType> flags) {

    FactQuery {
        roles = List.copyOf(roles);
        flags = List.copyOf(flags);
    }

    static FactQuery of(FactLayout layout) {
        List<SelectField<?>> fields = new ArrayList<>(KeyedQuery.writtenColumns(layout.table()));
        List<OuterJoin> joins = new ArrayList<>();
        List<List<LogicalType>> types = new ArrayList<>();
        for (Role role : layout.fact().roles()) {
            if (role instanceof Role.OfMember member) {
                String alias = "m" + joins.size();
                joins.add(NaturalKeys.join(member, layout.table().name().schema(), alias));
                types.add(member.inputs().stream().map(Attribute::type).toList());
                fields.addAll(NaturalKeys.fields(member, alias));
            }
        }
        for (Role role : layout.fact().roles()) {
            if (role instanceof Role.OfJunk junk) {
                String alias = "m" + joins.size();
                joins.add(join(junk, layout.table().name().schema(), alias));
                junk.inputs().forEach(flag -> fields.add(Names.field(alias, flag.name())));
            }
        }
        return new FactQuery(
                KeyedQuery.of(layout.table(), layout.table().primaryKey(), fields, joins),
                new RowReader(layout.table().writtenColumns()),
                layout.width(),
                types,
                layout.flags().stream().map(Attribute::type).toList());
    }

    private static OuterJoin join(Role.OfJunk role, String schema, String alias) {
        return new OuterJoin(
                Names.table(MemberLayout.tableOf(role.dimension(), schema)).as(DSL.name(alias)),
                Names.field(alias, MemberLayout.keyOf(role.dimension()))
                        .eq(Names.field(KeyedQuery.ROW, FactLayout.keyOf(role))));
    }

    void ask(Connection connection, List<Key> grains, Consumer<StoredFact> found) throws SQLException {
        try (PreparedStatement statement = query.prepare(connection, grains);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.accept(new StoredFact(reader.read(rows, 1), members(rows), flags(rows), List.of()));
            }
        }
    }

    private @Nullable Object[] flags(ResultSet row) throws SQLException {
        int index = width + 1 + roles.stream().mapToInt(List::size).sum();
        @Nullable Object[] values = new @Nullable Object[flags.size()];
        for (int flag = 0; flag < values.length; flag++) {
            values[flag] = RowReader.value(row, index + flag, flags.get(flag));
        }
        return values;
    }

    private List<Optional<Key>> members(ResultSet row) throws SQLException {
        List<Optional<Key>> members = new ArrayList<>(roles.size());
        int index = width + 1;
        for (List<LogicalType> types : roles) {
            members.add(NaturalKeys.read(row, index, types));
            index += types.size();
        }
        return members;
    }
}
