package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/// A member keeps its durable key for ever, and shares it with nobody.
@Singleton
final class OneDurableKey implements PostgresCheck {

    private static final Check CHECK = new Check(
            "one-durable-key",
            Check.Area.DIMENSIONS,
            "Every natural key has one durable key, and every durable key one natural key.",
            "Report it as a bug, and rebuild the dimension with its facts.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.members().stream()
                .map(Members::new)
                .flatMap(members -> Stream.of(
                        probe(
                                members,
                                "natural key has several durable keys",
                                members.naturalKey(),
                                List.of(members.durableKey())),
                        probe(
                                members,
                                "durable key has several natural keys",
                                List.of(members.durableKey()),
                                members.naturalKey())))
                .toList();
    }

    private static Probe probe(Members members, String problem, List<ColumnName> of, List<ColumnName> others) {
        List<SelectField<?>> fields = new ArrayList<>(List.of(problem(problem)));
        fields.addAll(fields(of));
        return Probe.of(
                members.name(),
                problem,
                DSL.select(fields)
                        .from(members.table())
                        .where(members.isReal())
                        .groupBy(fields(of))
                        .having(DSL.countDistinct(fields(others).toArray(Field[]::new))
                                .gt(1)));
    }

    private static List<Field<Object>> fields(List<ColumnName> columns) {
        return columns.stream().map(column -> field(Members.ALIAS, column)).toList();
    }
}
