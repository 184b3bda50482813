package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.WarehouseLayout;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.impl.DSL;

/// "As it was" and "as it is" speak of the same member.
@Singleton
final class FactsOfTheirMembers implements PostgresCheck {

    private static final Check CHECK = new Check(
            "facts-of-their-members",
            Check.Area.FACTS,
            "The version that a fact points at is one of the member that the fact's durable key names.",
            "Report it as a bug, and rebuild the fact.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return FactRoles.of(layout).map(FactsOfTheirMembers::probe).toList();
    }

    private static Probe probe(FactRoles role) {
        return role.probe(DSL.select(finding(
                        Sql.problem("points at a version of another member than its durable key names"),
                        FactRoles.ALIAS,
                        role.keyColumns()))
                .from(role.table())
                .join(role.members().table())
                .on(role.versionKey().eq(role.key()))
                .where(role.durableKey().ne(role.members().durable())));
    }
}
