package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Two ways of taking changes in, the register of the entity and the history of the member, come to
/// the same end.
@Singleton
final class CurrentShowsLatest implements PostgresCheck {

    private static final Check CHECK = new Check(
            "current-shows-latest",
            Check.Area.DIMENSIONS,
            "The current version of a member shows what was said last, as the entity's table does.",
            "Rebuild the dimension; an attribute that was added to it later is empty until then.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.members().stream()
                .map(Members::new)
                .filter(members -> !compared(members).isEmpty())
                .map(members -> probe(members, Entities.of(layout, members)))
                .toList();
    }

    private static Probe probe(Members members, EntityLayout entity) {
        List<Attribute> compared = compared(members);
        Field<String> problem = DSL.inline((String) null);
        for (Attribute attribute : compared.reversed()) {
            String text = "shows another %s than the entity's table".formatted(attribute.name());
            problem = DSL.when(differs(attribute), DSL.inline(text)).otherwise(problem);
        }
        List<ColumnName> columns = new ArrayList<>(members.naturalKey());
        columns.add(members.key());
        return Probe.of(
                members.name(),
                DSL.select(finding(problem.as("problem"), Members.ALIAS, columns))
                        .from(members.table())
                        .join(Sql.table(entity.table().name(), "e"))
                        .on(Entities.isRowOf("e", entity, members))
                        .where(members.isCurrent())
                        .and(Entities.isStated("e"))
                        .and(DSL.or(compared.stream()
                                .map(CurrentShowsLatest::differs)
                                .toList())));
    }

    /// What shows the latest value: everything but what keeps the first.
    private static List<Attribute> compared(Members members) {
        return members.layout().dimension().attributes().stream()
                .filter(attribute -> switch (attribute.onChange()) {
                    case KEEP_FIRST -> false;
                    case OVERWRITE, VERSION, KEEP_PREVIOUS, VERSION_AND_LATEST -> true;
                })
                .map(Dimension.MemberAttribute::attribute)
                .toList();
    }

    private static Condition differs(Attribute attribute) {
        return side(Members.ALIAS, attribute).isDistinctFrom(side("e", attribute));
    }

    /// `json` has no equality of its own.
    private static Field<Object> side(String alias, Attribute attribute) {
        Field<Object> column = field(alias, attribute.name());
        return attribute.type() instanceof LogicalType.Json
                ? column.cast(SQLDataType.CLOB).coerce(Object.class)
                : column;
    }
}
