package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.JunkLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Role;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Promise 6, of mini-dimensions: by way of the trail, in which the member, the instant and the
/// combination of a fact have to meet.
@Singleton
final class FactsWithTheirCombination implements PostgresCheck {

    private static final Check CHECK = new Check(
            "facts-with-their-combination",
            Check.Area.FACTS,
            "Every fact points at the combination of a mini-dimension that its member had at the fact's event time.",
            "Report it as a bug, and rebuild the fact.");

    private static final String FACT = "f";
    private static final String TRAIL = "t";
    private static final String COMBINATION = "c";
    private static final String MEMBER = "m";

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.facts().stream()
                .flatMap(fact -> fact.fact().roles().stream()
                        .filter(Role.OfMember.class::isInstance)
                        .map(Role.OfMember.class::cast)
                        .flatMap(role -> role.combinations().stream()
                                .flatMap(combination -> Stream.of(
                                        otherTime(layout, fact, combination),
                                        otherValues(layout, fact, combination),
                                        otherMember(layout, fact, role, combination)))))
                .toList();
    }

    private static Probe otherTime(WarehouseLayout layout, FactLayout fact, Role.Combination combination) {
        var time = field(FACT, FactLayout.EVENT_TIME, OffsetDateTime.class);
        return probe(
                fact,
                combination,
                "points at a version of the trail that did not hold at its event time",
                DSL.select(DSL.asterisk())
                        .from(Sql.table(trail(layout, combination).table().name(), TRAIL))
                        .where(holds(layout, combination))
                        .and(time.ge(field(TRAIL, MemberLayout.VALID_FROM, OffsetDateTime.class)))
                        .and(time.lt(field(TRAIL, MemberLayout.VALID_TO, OffsetDateTime.class))));
    }

    private static Probe otherValues(WarehouseLayout layout, FactLayout fact, Role.Combination combination) {
        MemberLayout trail = trail(layout, combination);
        JunkLayout values = layout.minis().stream()
                .filter(mini -> mini.dimension().name().equals(combination.dimension()))
                .findFirst()
                .orElseThrow();
        Condition same = DSL.and(values.dimension().fields().stream()
                .map(Attribute::name)
                .map(name -> field(TRAIL, name).isNotDistinctFrom(field(COMBINATION, name)))
                .toList());
        return probe(
                fact,
                combination,
                "points at another combination than its member had",
                DSL.select(DSL.asterisk())
                        .from(Sql.table(trail.table().name(), TRAIL))
                        .join(Sql.table(values.table().name(), COMBINATION))
                        .on(same)
                        .where(holds(layout, combination))
                        .and(field(COMBINATION, MemberLayout.keyOf(combination.dimension()))
                                .eq(field(FACT, FactLayout.keyOf(combination)))));
    }

    private static Probe otherMember(
            WarehouseLayout layout, FactLayout fact, Role.OfMember role, Role.Combination combination) {
        MemberLayout members = layout.members().stream()
                .filter(member -> member.dimension().name().equals(role.dimension()))
                .findFirst()
                .orElseThrow();
        List<ColumnName> key =
                members.dimension().naturalKey().stream().map(Attribute::name).toList();
        Condition same = DSL.and(key.stream()
                .map(name -> field(TRAIL, name).isNotDistinctFrom(field(MEMBER, name)))
                .toList());
        return probe(
                fact,
                combination,
                "points at the trail of another member",
                DSL.select(DSL.asterisk())
                        .from(Sql.table(trail(layout, combination).table().name(), TRAIL))
                        .join(Sql.table(members.table().name(), MEMBER))
                        .on(same)
                        .where(holds(layout, combination))
                        .and(field(MEMBER, MemberLayout.keyOf(role.dimension()))
                                .eq(field(FACT, FactLayout.keyOf(role)))));
    }

    private static Condition holds(WarehouseLayout layout, Role.Combination combination) {
        return field(TRAIL, trail(layout, combination).table().primaryKey().getFirst())
                .eq(field(FACT, FactLayout.trailKeyOf(combination)));
    }

    private static MemberLayout trail(WarehouseLayout layout, Role.Combination combination) {
        return layout.members().stream()
                .filter(member -> member.dimension().name().equals(combination.trail()))
                .findFirst()
                .orElseThrow();
    }

    private static Probe probe(
            FactLayout fact, Role.Combination combination, String problem, org.jooq.Select<?> fitting) {
        List<ColumnName> columns = new ArrayList<>(Sql.keyAnd(
                fact.table(),
                FactLayout.EVENT_TIME,
                FactLayout.keyOf(combination),
                FactLayout.trailKeyOf(combination)));
        return Probe.of(
                fact.table().name(),
                combination.name().value(),
                DSL.select(finding(problem(problem), FACT, columns))
                        .from(Sql.table(fact.table().name(), FACT))
                        .whereNotExists(fitting));
    }
}
