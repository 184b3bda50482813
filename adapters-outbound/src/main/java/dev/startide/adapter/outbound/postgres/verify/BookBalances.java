package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.BookEntries;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Fact;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/// A sum over all entries of a book is the sum over what holds.
@Singleton
final class BookBalances implements PostgresCheck {

    private static final Check CHECK = new Check(
            "book-balances",
            Check.Area.FACTS,
            "The entries of each grain of a fact that is kept like a book follow each other without a gap, and add up"
                    + " to its last entry, or to nothing if that is a reversal.",
            "Rows were changed by hand, or it is a bug: rebuild the fact.");

    private static final String BALANCE = """
            select {0} as problem, {1}, {2} as booked, {3} as holds
            from {4} group by {1}
            having {2} is distinct from {3}
            """;

    private static final String ORDER = """
            select 'is not the entry that should stand there' as problem, {0}, {1}, {2}
            from (select *, row_number() over (partition by {0} order by {1}) as number from {3}) as book
            where {1} <> number
              or {2} <> case when number = 1 then {4} when number % 2 = 0 then {5} else {6} end
            """;

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.facts().stream()
                .filter(fact -> BookEntries.areIn(fact.fact()))
                .flatMap(fact -> Stream.concat(Stream.of(order(fact)), balances(fact)))
                .toList();
    }

    private static Stream<Probe> balances(FactLayout fact) {
        return BookEntries.negated(fact.fact()).stream().sorted().map(measure -> balance(fact, measure));
    }

    /// What holds is the value of the last entry. A value that was never said counts as none.
    private static Probe balance(FactLayout fact, ColumnName measure) {
        QueryPart entry = Names.of(BookEntries.ENTRY);
        QueryPart sum = DSL.sql("coalesce(sum({0}), 0)", Names.of(measure));
        QueryPart holds = DSL.sql(
                "coalesce((array_agg(case when {0} <> {1} then {2} end order by {3} desc))[1], 0)",
                Names.of(BookEntries.ENTRY_KIND), DSL.inline(BookEntries.REVERSAL), Names.of(measure), entry);
        return probe(
                fact.table().name(),
                measure.value(),
                BALANCE,
                DSL.inline("adds up to something else than its last entry says of %s".formatted(measure)),
                grain(fact.fact()),
                sum,
                holds,
                Names.of(fact.table().name()));
    }

    private static Probe order(FactLayout fact) {
        return probe(
                fact.table().name(),
                "order",
                ORDER,
                grain(fact.fact()),
                Names.of(BookEntries.ENTRY),
                Names.of(BookEntries.ENTRY_KIND),
                Names.of(fact.table().name()),
                DSL.inline(BookEntries.ORIGINAL),
                DSL.inline(BookEntries.REVERSAL),
                DSL.inline(BookEntries.CORRECTION));
    }

    private static QueryPart grain(Fact fact) {
        List<QueryPart> columns = new ArrayList<>();
        fact.grain().stream().map(Attribute::name).map(Names::of).forEach(columns::add);
        return DSL.list(columns);
    }

    private static Probe probe(TableName table, String part, String template, QueryPart... parts) {
        return new Probe(
                "%s (%s)".formatted(table, part), table, Names.RENDERER.renderInlined(DSL.sql(template, parts)));
    }
}
