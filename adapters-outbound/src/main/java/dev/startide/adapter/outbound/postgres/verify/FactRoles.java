package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;

import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Role;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// A role in which a fact points at versions of members; the fact has the alias `f`.
record FactRoles(FactLayout fact, Role.OfMember role, Members members) {

    static final String ALIAS = "f";

    /// Every such role of every fact.
    static Stream<FactRoles> of(WarehouseLayout layout) {
        return layout.facts().stream()
                .flatMap(fact -> fact.fact().roles().stream()
                        .filter(Role.OfMember.class::isInstance)
                        .map(Role.OfMember.class::cast)
                        .flatMap(role -> layout.members().stream()
                                .filter(members -> members.dimension().name().equals(role.dimension()))
                                .map(members -> new FactRoles(fact, role, new Members(members)))));
    }

    Table<Record> table() {
        return Sql.table(fact.table().name(), ALIAS);
    }

    Field<Long> key() {
        return field(ALIAS, FactLayout.keyOf(role), Long.class);
    }

    Field<Long> durableKey() {
        return field(ALIAS, FactLayout.durableKeyOf(role), Long.class);
    }

    Field<OffsetDateTime> eventTime() {
        return field(ALIAS, FactLayout.EVENT_TIME, OffsetDateTime.class);
    }

    /// The key of the version that is pointed at, in the dimension.
    Field<Long> versionKey() {
        return field(Members.ALIAS, members.key(), Long.class);
    }

    /// The columns that tell a fact and what it points at.
    List<ColumnName> keyColumns() {
        return Sql.keyAnd(fact.table(), FactLayout.EVENT_TIME, FactLayout.keyOf(role), FactLayout.durableKeyOf(role));
    }

    Probe probe(org.jooq.Select<?> violations) {
        return Probe.of(fact.table().name(), role.name().value(), violations);
    }
}
