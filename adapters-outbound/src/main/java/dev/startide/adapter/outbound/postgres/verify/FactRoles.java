package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;

import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Role;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// A role in which rows point at versions of members as of their event time: rows of a fact, or of
/// the table between a fact and its many members. The table has the alias `f`.
///
/// @param keyColumn the key of the version
/// @param durableKeyColumn the key of the member
record FactRoles(
        dev.startide.warehouse.schema.Table layout,
        Role role,
        ColumnName keyColumn,
        ColumnName durableKeyColumn,
        Members members) {

    static final String ALIAS = "f";

    /// Every such role of every fact.
    static Stream<FactRoles> of(WarehouseLayout layout) {
        return layout.facts().stream()
                .flatMap(fact -> Stream.concat(
                        fact.fact().roles().stream()
                                .filter(Role.OfMember.class::isInstance)
                                .map(Role.OfMember.class::cast)
                                .flatMap(role -> members(layout, role.dimension())
                                        .map(members -> new FactRoles(
                                                fact.table(),
                                                role,
                                                FactLayout.keyOf(role),
                                                FactLayout.durableKeyOf(role),
                                                members))),
                        BridgeLayout.of(fact).stream()
                                .flatMap(bridge -> members(layout, bridge.role().dimension())
                                        .map(members -> new FactRoles(
                                                bridge.table(),
                                                bridge.role(),
                                                FactLayout.keyOf(bridge.role()),
                                                BridgeLayout.durableKeyOf(bridge.role()),
                                                members)))));
    }

    private static Stream<Members> members(WarehouseLayout layout, DimensionName dimension) {
        return layout.members().stream()
                .filter(members -> members.dimension().name().equals(dimension))
                .map(Members::new);
    }

    Table<Record> table() {
        return Sql.table(layout.name(), ALIAS);
    }

    Field<Long> key() {
        return field(ALIAS, keyColumn, Long.class);
    }

    Field<Long> durableKey() {
        return field(ALIAS, durableKeyColumn, Long.class);
    }

    Field<OffsetDateTime> eventTime() {
        return field(ALIAS, FactLayout.EVENT_TIME, OffsetDateTime.class);
    }

    /// The key of the version that is pointed at, in the dimension.
    Field<Long> versionKey() {
        return field(Members.ALIAS, members.key(), Long.class);
    }

    /// The columns that tell a row and what it points at.
    List<ColumnName> keyColumns() {
        return Sql.keyAnd(layout, FactLayout.EVENT_TIME, keyColumn, durableKeyColumn);
    }

    Probe probe(org.jooq.Select<?> violations) {
        return Probe.of(layout.name(), role.name().value(), violations);
    }
}
