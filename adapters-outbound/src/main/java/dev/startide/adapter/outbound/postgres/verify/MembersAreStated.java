package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
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
                .flatMap(members -> probes(members, Entities.of(layout, members), layout))
                .toList();
    }

    private static Stream<Probe> probes(Members members, EntityLayout entity, WarehouseLayout layout) {
        Condition isStated = isStated(members, entity, layout);
        Condition toldOf = DSL.exists(DSL.selectOne()
                .from(Sql.table(entity.table().name(), "e"))
                .where(isStated)
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
                                .where(isStated)
                                .andNotExists(DSL.selectOne()
                                        .from(members.table())
                                        .where(Entities.isRowOf("e", entity, members)))));
    }

    /// Something was said of the entity that counts in the dimension: where deletes are ignored, that
    /// it is gone does not.
    private static Condition isStated(Members members, EntityLayout entity, WarehouseLayout layout) {
        Condition isStated = Entities.isStated("e");
        return switch (members.layout().dimension().deletes()) {
            case CLOSE, FLAG -> isStated;
            case IGNORE ->
                isStated.andExists(DSL.selectOne()
                        .from(Sql.table(changesOf(entity, layout), "c"))
                        .where(Sql.equal("c", key(entity), "e", key(entity)))
                        .andNot(DSL.condition(Sql.field("c", EntityLayout.IS_DELETED, Boolean.class))));
        };
    }

    private static TableName changesOf(EntityLayout entity, WarehouseLayout layout) {
        return layout.changes().stream()
                .filter(changes -> changes.entity().equals(entity.entity()))
                .map(changes -> changes.table().name())
                .findFirst()
                .orElseThrow();
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
