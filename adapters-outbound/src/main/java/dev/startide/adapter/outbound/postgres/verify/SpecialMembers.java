package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.JunkLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.SpecialMember;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// An inner join with a dimension loses no fact, also of those that name no member.
@Singleton
final class SpecialMembers implements PostgresCheck {

    private static final Check CHECK = new Check(
            "special-members",
            Check.Area.DIMENSIONS,
            "Every dimension has the rows that stand for members which are not known.",
            "'startide apply' puts them back.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return Stream.of(
                        layout.members().stream().map(MemberLayout::table),
                        layout.minis().stream().map(JunkLayout::table),
                        layout.calendars().stream().map(calendar -> calendar.table()))
                .flatMap(tables -> tables)
                .map(SpecialMembers::probe)
                .toList();
    }

    private static Probe probe(Table dimension) {
        Field<Integer> wanted = DSL.field(DSL.name("wanted", "special_key"), Integer.class);
        return Probe.of(
                dimension.name(),
                DSL.select(problem("lacks the row of a special member"), wanted)
                        .from(DSL.unnest(DSL.array(Arrays.stream(SpecialMember.values())
                                        .map(special -> DSL.inline(special.key()))
                                        .toList()))
                                .as("wanted", "special_key"))
                        .whereNotExists(DSL.selectOne()
                                .from(Sql.table(dimension.name(), "d"))
                                .where(field("d", dimension.primaryKey().getFirst(), Integer.class)
                                        .eq(wanted))));
    }
}
