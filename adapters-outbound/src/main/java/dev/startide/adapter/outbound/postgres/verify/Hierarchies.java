package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Hierarchy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Sums of a finer level add up to those of the coarser one, without counting anything twice.
@Singleton
final class Hierarchies implements PostgresCheck {

    private static final Check CHECK = new Check(
            "hierarchies",
            Check.Area.DIMENSIONS,
            "Among current members, each value of a level of a hierarchy belongs to one value of the level above.",
            "Correct it in the source, or make the finer level unambiguous, for instance by a code instead of a name.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.members().stream()
                .map(Members::new)
                .flatMap(Hierarchies::probes)
                .toList();
    }

    private static Stream<Probe> probes(Members members) {
        return members.layout().dimension().hierarchies().stream()
                .map(Hierarchy::levels)
                .flatMap(levels -> IntStream.range(1, levels.size())
                        .mapToObj(finer -> probe(members, levels.get(finer - 1), levels.get(finer))));
    }

    private static Probe probe(Members members, ColumnName parent, ColumnName child) {
        Field<Object> finer = field(Members.ALIAS, child);
        Field<Object> coarser = field(Members.ALIAS, parent);
        String problem = "has one %s in several values of %s".formatted(child, parent);
        return Probe.of(
                members.name(),
                "%s in %s".formatted(child, parent),
                DSL.select(
                                Sql.problem(problem),
                                finer,
                                DSL.countDistinct(coarser).as("parents"))
                        .from(members.table())
                        .where(members.isCurrent())
                        .and(members.isReal())
                        .and(finer.isNotNull())
                        .groupBy(finer)
                        .having(DSL.countDistinct(coarser).gt(1)));
    }
}
