package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.OPEN_END;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.WarehouseLayout;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Promise 6: every fact points at the version that held at its event time.
///
/// A version that was closed by a delete holds until the next one begins, as far as facts are
/// concerned: so the beginning of the next version counts, and not the end of this one.
@Singleton
final class FactsAsItWas implements PostgresCheck {

    private static final Check CHECK = new Check(
            "facts-as-it-was",
            Check.Area.FACTS,
            "Every fact points at the version of each member that held at the fact's event time.",
            "Report it as a bug, and rebuild the fact.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return FactRoles.of(layout).map(FactsAsItWas::probe).toList();
    }

    private static Probe probe(FactRoles role) {
        Field<OffsetDateTime> until = DSL.coalesce(DSL.field(Members.NEXT_FROM, OffsetDateTime.class), OPEN_END);
        return role.probe(DSL.select(finding(
                        Sql.problem("points at a version that did not hold at its event time"),
                        FactRoles.ALIAS,
                        role.keyColumns()))
                .from(role.table())
                .join(role.members().inOrder())
                .on(role.versionKey().eq(role.key()))
                .where(role.eventTime()
                        .lt(role.members().validFrom())
                        .or(role.eventTime().ge(until))));
    }
}
