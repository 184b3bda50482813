package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.OPEN_END;
import static dev.startide.adapter.outbound.postgres.verify.Sql.OPEN_START;
import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// At every instant exactly one version of a member holds.
@Singleton
final class AdjacentVersions implements PostgresCheck {

    private static final Check CHECK = new Check(
            "adjacent-versions",
            Check.Area.DIMENSIONS,
            "The versions of a member follow each other without overlap, from 1900-01-01 on, numbered from 1, "
                    + "and without a gap but where it was deleted.",
            "Report it as a bug, and rebuild the dimension.");

    /// What the stored changes are called in a question.
    private static final String CHANGE = "c";

    private static final Field<OffsetDateTime> EARLIEST_END =
            DSL.inline(MemberLayout.OPEN_START.plus(1, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.members().stream()
                .map(Members::new)
                .map(members -> probe(members, wasDeleted(members, layout)))
                .toList();
    }

    /// Whether the member was deleted when a version of it ends. A delete at the beginning of time
    /// counts as a microsecond later.
    private static Condition wasDeleted(Members members, WarehouseLayout layout) {
        Dimension.Members dimension = members.layout().dimension();
        return layout.changes().stream()
                .filter(changes -> dimension.deletes() == Deletes.CLOSE
                        && changes.entity().name().equals(dimension.of()))
                .findFirst()
                .map(changes -> DSL.exists(DSL.selectOne()
                        .from(Sql.table(changes.table().name(), CHANGE))
                        .where(members.naturalKey().stream()
                                .map(part -> field(CHANGE, part).eq(field(Members.ALIAS, part)))
                                .toList())
                        .and(field(CHANGE, EntityLayout.IS_DELETED, Boolean.class))
                        .and(DSL.greatest(field(CHANGE, Bookkeeping.CHANGED_AT, OffsetDateTime.class), EARLIEST_END)
                                .eq(members.validTo()))))
                .orElseGet(DSL::falseCondition);
    }

    private static Probe probe(Members members, Condition wasDeleted) {
        Map<String, Condition> wrong = wrong(members, wasDeleted);
        Field<String> problem = DSL.inline((String) null);
        for (Map.Entry<String, Condition> each : wrong.entrySet()) {
            problem = DSL.when(each.getValue(), DSL.inline(each.getKey())).otherwise(problem);
        }
        return Probe.of(
                members.name(),
                DSL.select(finding(
                                problem.as("problem"),
                                Members.ALIAS,
                                List.of(
                                        members.durableKey(),
                                        members.key(),
                                        MemberLayout.VERSION,
                                        MemberLayout.VALID_FROM,
                                        MemberLayout.VALID_TO)))
                        .from(members.inOrder())
                        .where(DSL.or(wrong.values())));
    }

    /// What may be wrong with a version, the most telling last.
    private static Map<String, Condition> wrong(Members members, Condition wasDeleted) {
        Field<OffsetDateTime> next = DSL.field(Members.NEXT_FROM, OffsetDateTime.class);
        Field<Integer> number = DSL.field(Members.NUMBER, Integer.class);
        Map<String, Condition> wrong = new LinkedHashMap<>();
        wrong.put(
                "does not have the number of its place in the history",
                field(Members.ALIAS, MemberLayout.VERSION, Integer.class).ne(number));
        wrong.put(
                "is the first version and does not begin on 1900-01-01",
                number.eq(DSL.inline(1)).and(members.validFrom().ne(OPEN_START)));
        wrong.put(
                "is the last version and does not end on 9999-12-31",
                next.isNull().and(members.validTo().ne(OPEN_END)).andNot(wasDeleted));
        wrong.put(
                "leaves a gap before the next version",
                members.validTo().lt(next).andNot(wasDeleted));
        wrong.put("overlaps the next version", members.validTo().gt(next));
        wrong.put("ends before it begins", members.validFrom().ge(members.validTo()));
        return wrong;
    }
}
