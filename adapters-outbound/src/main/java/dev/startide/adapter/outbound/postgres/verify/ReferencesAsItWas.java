package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.OPEN_END;
import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Outrigger;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// A branch of a snowflake shows the same member, and the same time, as the row that leads to it.
@Singleton
final class ReferencesAsItWas implements PostgresCheck {

    /// The dimension that refers; the one that is referred to is [Members#ALIAS].
    private static final String REFERRING = "r";

    /// The keys that members are called by.
    private static final String CALLED = "k";

    private static final Check CHECK = new Check(
            "references-as-it-was",
            Check.Area.DIMENSIONS,
            "A dimension's reference to another one names the member that was said, and the version that holds all the while.",
            "Report it as a bug, and rebuild the dimension that refers.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.members().stream()
                .flatMap(referring -> referring.dimension().outriggers().stream()
                        .flatMap(outrigger -> layout.members().stream()
                                .filter(target -> target.dimension().name().equals(outrigger.dimension()))
                                .flatMap(target -> probes(referring, outrigger, new Members(target), layout))))
                .toList();
    }

    private static Stream<Probe> probes(
            MemberLayout referring, Outrigger outrigger, Members target, WarehouseLayout layout) {
        Probe named = named(referring, outrigger, target, layout);
        return switch (outrigger.as()) {
            case CURRENT -> Stream.of(named);
            case VERSION -> Stream.of(named, held(referring, outrigger, target));
        };
    }

    /// The durable key is that of the natural key that was said; where none was said, it is
    /// special.
    private static Probe named(MemberLayout referring, Outrigger outrigger, Members target, WarehouseLayout layout) {
        List<ColumnName> said = outrigger.key().stream()
                .map(Attribute::name)
                .map(part -> OutriggerLayout.naturalKeyOf(outrigger, part))
                .toList();
        Field<Long> durable = field(REFERRING, OutriggerLayout.durableKeyOf(outrigger), Long.class);
        Condition isNamed = Sql.allPresent(REFERRING, said);
        Condition exists = DSL.exists(DSL.selectOne()
                .from(target.table())
                .where(target.durable().eq(durable))
                .and(Sql.equal(Members.ALIAS, target.naturalKey(), REFERRING, said)
                        .or(isCalled(said, target, layout))));
        return Probe.of(
                referring.table().name(),
                outrigger.name().value(),
                DSL.select(finding(
                                problem("refers to another %s than was said".formatted(outrigger.name())),
                                REFERRING,
                                columns(referring, outrigger)))
                        .from(Sql.table(referring.table().name(), REFERRING))
                        .where(isNamed.andNot(exists).or(isNamed.not().and(durable.ge(DSL.inline(0L))))));
    }

    /// What was said is another key of the same member.
    private static Condition isCalled(List<ColumnName> said, Members target, WarehouseLayout layout) {
        return layout.aliasesOf(target.layout().dimension().of())
                .map(aliases -> DSL.exists(DSL.selectOne()
                        .from(Sql.table(aliases.table().name(), CALLED))
                        .where(Sql.equal(CALLED, aliases.table().primaryKey(), REFERRING, said))
                        .and(Sql.equal(CALLED, target.naturalKey(), Members.ALIAS, target.naturalKey()))))
                .orElse(DSL.falseCondition());
    }

    private static Probe held(MemberLayout referring, Outrigger outrigger, Members target) {
        Field<OffsetDateTime> from = field(REFERRING, MemberLayout.VALID_FROM, OffsetDateTime.class);
        Field<OffsetDateTime> to = field(REFERRING, MemberLayout.VALID_TO, OffsetDateTime.class);
        Field<OffsetDateTime> until = DSL.coalesce(DSL.field(Members.NEXT_FROM, OffsetDateTime.class), OPEN_END);
        return Probe.of(
                referring.table().name(),
                outrigger.name() + ", versions",
                DSL.select(finding(
                                problem("refers to a version of the %s that did not hold all the while"
                                        .formatted(outrigger.name())),
                                REFERRING,
                                columns(referring, outrigger)))
                        .from(Sql.table(referring.table().name(), REFERRING))
                        .join(target.inOrder())
                        .on(field(Members.ALIAS, target.key(), Long.class)
                                .eq(field(REFERRING, OutriggerLayout.keyOf(outrigger), Long.class)))
                        .where(target.durable()
                                .ne(field(REFERRING, OutriggerLayout.durableKeyOf(outrigger), Long.class))
                                .or(from.lt(target.validFrom()))
                                .or(to.gt(until))));
    }

    private static List<ColumnName> columns(MemberLayout referring, Outrigger outrigger) {
        List<ColumnName> columns = new ArrayList<>(referring.table().primaryKey());
        columns.add(MemberLayout.VALID_FROM);
        columns.add(MemberLayout.VALID_TO);
        columns.add(OutriggerLayout.durableKeyOf(outrigger));
        return columns;
    }
}
