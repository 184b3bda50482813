package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.keyAnd;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.adapter.outbound.postgres.sql.SqlTypes;
import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// A lag is the time between its milestones, and an amount is what its expression makes of the row.
@Singleton
final class ComputedColumns implements PostgresCheck {

    private static final Check CHECK = new Check(
            "computed-columns",
            Check.Area.FACTS,
            "What the database computes in a fact, such as a lag, is what the other columns of its row make of it.",
            "The column was changed by hand, or its expression is another one in the model now: rebuild the fact.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.facts().stream().flatMap(ComputedColumns::probes).toList();
    }

    private static Stream<Probe> probes(FactLayout fact) {
        return fact.table().columns().stream()
                .flatMap(column -> column.origin() instanceof Column.Origin.Computed(var sql)
                        ? Stream.of(probe(fact, column, sql))
                        : Stream.empty());
    }

    private static Probe probe(FactLayout fact, Column column, String sql) {
        Field<?> wanted = DSL.field("({0})", Object.class, DSL.sql(sql)).cast(SqlTypes.of(column.type()));
        return Probe.of(
                fact.table().name(),
                column.name().value(),
                DSL.select(finding(
                                problem("is not what the other columns make of it"),
                                "f",
                                keyAnd(fact.table(), column.name())))
                        .from(Sql.table(fact.table().name(), "f"))
                        .where(DSL.condition("{0} is distinct from {1}", field("f", column.name()), wanted)));
    }
}
