package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.keyAnd;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.Role;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// The day that a fact belongs to is decided by the business time zone, never by a server's.
@Singleton
final class FactsOnTheirDay implements PostgresCheck {

    private static final Check CHECK = new Check(
            "facts-on-their-day",
            Check.Area.FACTS,
            "A fact's day, where it is the day of its event time, is that day in the business time zone.",
            "The time zone of the model was changed, or it is a bug: rebuild the fact.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        ZoneId zone = layout.model().timeZone();
        return layout.facts().stream()
                .filter(fact -> !(fact.fact().kind() instanceof FactKind.Periodic))
                .flatMap(fact -> fact.fact().roles().stream()
                        .filter(Role.OfDay.class::isInstance)
                        .map(Role.OfDay.class::cast)
                        .filter(role -> role.day().equals(fact.fact().time()))
                        .map(role -> probe(fact, role, zone)))
                .toList();
    }

    private static Probe probe(FactLayout fact, Role.OfDay role, ZoneId zone) {
        Field<OffsetDateTime> time = field("f", FactLayout.EVENT_TIME, OffsetDateTime.class);
        Field<LocalDate> day = DSL.field(
                "({0} at time zone {1})",
                LocalDate.class, time, DSL.inline(role.zone().in(zone).getId()));
        Field<Integer> key = field("f", FactLayout.keyOf(role), Integer.class);
        return Probe.of(
                fact.table().name(),
                role.name().value(),
                DSL.select(finding(
                                problem("is on another day than its event time"),
                                "f",
                                keyAnd(fact.table(), FactLayout.EVENT_TIME, FactLayout.keyOf(role))))
                        .from(Sql.table(fact.table().name(), "f"))
                        .where(key.gt(DSL.inline(0)))
                        .and(key.ne(CalendarDays.keyOf(day))));
    }
}
