package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/// A member is inferred until something is said of it, and complete from then on.
@Singleton
final class MembersAreStated implements PostgresCheck {

    private static final Check CHECK = new Check(
            "inferred-members",
            Check.Area.DIMENSIONS,
            "A member is inferred exactly as long as no event has told of it; whoever was told of is in the dimension.",
            "Rebuild the dimension; one that was added to the model later does not know members of whom nothing was said since.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.members().stream()
                .map(Members::new)
                .flatMap(members -> probes(members, Entities.of(layout, members)))
                .toList();
    }

    private static Stream<Probe> probes(Members members, EntityLayout entity) {
        Condition toldOf = DSL.exists(DSL.selectOne()
                .from(Sql.table(entity.table().name(), "e"))
                .where(Entities.isStated("e"))
                .and(Entities.isRowOf("e", entity, members)));
        return Stream.of(
                Probe.of(
                        members.name(),
                        "inferred",
                        DSL.select(fields("is inferred although events have told of it", members))
                                .from(members.table())
                                .where(members.isInferred())
                                .and(toldOf)),
                Probe.of(
                        members.name(),
                        "stated",
                        DSL.select(fields("is not inferred although no event has told of it", members))
                                .from(members.table())
                                .where(members.isReal())
                                .and(DSL.not(members.isInferred()))
                                .andNot(toldOf)),
                Probe.of(
                        members.name(),
                        "missing",
                        DSL.select(finding(
                                        problem("does not have a member that events have told of"), "e", key(entity)))
                                .from(Sql.table(entity.table().name(), "e"))
                                .where(Entities.isStated("e"))
                                .andNotExists(DSL.selectOne()
                                        .from(members.table())
                                        .where(Entities.isRowOf("e", entity, members)))));
    }

    private static List<SelectField<?>> fields(String problem, Members members) {
        List<ColumnName> columns = new ArrayList<>(members.naturalKey());
        columns.add(members.durableKey());
        columns.add(members.key());
        return finding(problem(problem), Members.ALIAS, columns);
    }

    private static List<ColumnName> key(EntityLayout entity) {
        return entity.entity().key().stream().map(Attribute::name).toList();
    }
}
