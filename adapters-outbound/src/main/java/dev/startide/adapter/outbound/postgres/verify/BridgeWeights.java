package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/// A sum over all members of a role is the sum over the facts: nothing is counted twice or not at
/// all.
@Singleton
final class BridgeWeights implements PostgresCheck {

    private static final Check CHECK = new Check(
            "bridge-weights",
            Check.Area.FACTS,
            "The weights of the members that a fact has in one role add up to 1, as of the fact's event time.",
            "Report it as a bug, and rebuild the fact.");

    /// What rounding shares may lose or gain.
    private static final BigDecimal TOLERATED = new BigDecimal("0.000001");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.facts().stream()
                .flatMap(fact -> BridgeLayout.of(fact).stream().flatMap(bridge -> probes(fact, bridge)))
                .toList();
    }

    private static Stream<Probe> probes(FactLayout fact, BridgeLayout bridge) {
        List<ColumnName> grain =
                fact.fact().grain().stream().map(Attribute::name).toList();
        Condition sameFact = Sql.equal("b", grain, FactRoles.ALIAS, grain);
        List<Field<Object>> key =
                grain.stream().map(column -> field(FactRoles.ALIAS, column)).toList();
        Field<BigDecimal> sum =
                DSL.coalesce(DSL.sum(field("b", BridgeLayout.WEIGHT, BigDecimal.class)), DSL.inline(BigDecimal.ZERO));
        return Stream.of(
                Probe.of(
                        bridge.table().name(),
                        "weights",
                        DSL.select(selected("has weights that do not add up to 1", key, sum.as("weights")))
                                .from(Sql.table(fact.table().name(), FactRoles.ALIAS))
                                .leftJoin(Sql.table(bridge.table().name(), "b"))
                                .on(sameFact)
                                .groupBy(key)
                                .having(DSL.abs(sum.minus(DSL.inline(BigDecimal.ONE)))
                                        .gt(DSL.inline(TOLERATED)))),
                Probe.of(
                        bridge.table().name(),
                        "times",
                        DSL.select(selected(
                                        "has another event time than its fact", key, field("b", FactLayout.EVENT_TIME)))
                                .from(Sql.table(fact.table().name(), FactRoles.ALIAS))
                                .join(Sql.table(bridge.table().name(), "b"))
                                .on(sameFact)
                                .where(field("b", FactLayout.EVENT_TIME)
                                        .ne(field(FactRoles.ALIAS, FactLayout.EVENT_TIME)))));
    }

    private static List<SelectField<?>> selected(String problem, List<Field<Object>> key, Field<?> more) {
        List<SelectField<?>> fields = new ArrayList<>();
        fields.add(problem(problem));
        fields.addAll(key);
        fields.add(more);
        return fields;
    }
}
