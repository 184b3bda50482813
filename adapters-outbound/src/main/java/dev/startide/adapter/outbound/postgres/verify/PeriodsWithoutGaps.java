package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.FactKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/// How something stood is known for every period in which it was there.
@Singleton
final class PeriodsWithoutGaps implements PostgresCheck {

    private static final Check CHECK = new Check(
            "periods-without-gaps",
            Check.Area.FACTS,
            "A periodic fact has a row for each period that was filled, from the first change of a thing on and while it"
                    + " is not gone, and for no other.",
            "Rows were changed by hand, or it is a bug: rebuild the fact.");

    /// Each change holds at the ends of the periods from its own on, until that of the next one.
    private static final String GAPS = """
            with told as (
              select {0}, {1} as since, {2} as is_gone,
                lead({1}) over (partition by {0} order by {3}) as until
              from {4}
            ),
            wanted as (
              select {0}, step::date as period
              from told
              cross join (select {7} from {5}) as horizon
              cross join lateral generate_series(
                greatest(told.since, {6})::timestamp,
                (least(told.until, horizon.{7}) - 1)::timestamp,
                {8}::interval) as step
              where not told.is_gone
            )
            select case when wanted.is_wanted then 'is missing' else 'is of a period in which it was not there' end as problem,
              {0}, period
            from (select *, true as is_wanted from wanted) as wanted
            full join (
              select {0}, period, true as is_there from {9} where period < (select {7} from {5})
            ) as filled using ({0}, period)
            where wanted.is_wanted is null or filled.is_there is null
            """;

    private static final String AHEAD = """
            select 'is of a period that has not been filled' as problem, {0}, period
            from {1}
            where period >= coalesce((select greatest({2}, {3}) from {4}), '-infinity')
            """;

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.facts().stream()
                .flatMap(fact -> fact.fact().kind() instanceof FactKind.Periodic kind
                        ? probes(layout, fact, kind)
                        : Stream.empty())
                .toList();
    }

    private static Stream<Probe> probes(WarehouseLayout layout, FactLayout fact, FactKind.Periodic kind) {
        FactMemory memory = layout.memoryOf(fact.fact().name()).orElseThrow();
        FactHorizon horizon = layout.horizonOf(fact.fact().name()).orElseThrow();
        TableName table = fact.table().name();
        QueryPart grain = grain(fact);
        Probe gaps = probe(
                table,
                "gaps",
                GAPS,
                grain,
                periodOf(kind, layout),
                Names.of(EntityLayout.IS_DELETED),
                DSL.list(
                        Names.of(Bookkeeping.CHANGED_AT),
                        Names.of(Bookkeeping.CHANGE_SEQUENCE),
                        Names.of(Bookkeeping.CHANGE_ID)),
                Names.of(memory.table().name()),
                Names.of(horizon.table().name()),
                DSL.sql(
                        "{0}::date",
                        DSL.inline(kind.every().periodOf(kind.from()).toString())),
                Names.of(FactHorizon.FILLED_UNTIL),
                DSL.inline(kind.every() == FactKind.Every.DAY ? "1 day" : "1 month"),
                Names.of(table));
        Probe ahead = probe(
                table,
                "ahead",
                AHEAD,
                grain,
                Names.of(table),
                Names.of(FactHorizon.FILLED_UNTIL),
                Names.of(FactHorizon.FILLING_UNTIL),
                Names.of(horizon.table().name()));
        return Stream.of(gaps, ahead);
    }

    /// The first day of the period of a change, in the time zone of the warehouse.
    private static QueryPart periodOf(FactKind.Periodic kind, WarehouseLayout layout) {
        return DSL.sql(
                kind.every() == FactKind.Every.DAY
                        ? "({0} at time zone {1})::date"
                        : "date_trunc('month', {0} at time zone {1})::date",
                Names.of(Bookkeeping.CHANGED_AT),
                DSL.inline(layout.model().timeZone().getId()));
    }

    private static QueryPart grain(FactLayout fact) {
        List<QueryPart> columns = new ArrayList<>();
        fact.fact().grain().stream().map(Attribute::name).map(Names::of).forEach(columns::add);
        return DSL.list(columns);
    }

    private static Probe probe(TableName table, String part, String template, QueryPart... parts) {
        return new Probe(
                "%s (%s)".formatted(table, part), table, Names.RENDERER.renderInlined(DSL.sql(template, parts)));
    }
}
