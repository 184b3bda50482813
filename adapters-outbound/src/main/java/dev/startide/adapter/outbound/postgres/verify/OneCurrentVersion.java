package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.OPEN_END;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.impl.DSL;

/// Whoever joins the current versions counts no member twice.
@Singleton
final class OneCurrentVersion implements PostgresCheck {

    private static final Check CHECK = new Check(
            "one-current-version",
            Check.Area.DIMENSIONS,
            "A member has at most one current version: the one that ends on 9999-12-31.",
            "Report it as a bug, and rebuild the dimension.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.members().stream()
                .map(Members::new)
                .flatMap(members -> Stream.of(disagreeing(members), several(members)))
                .toList();
    }

    private static Probe disagreeing(Members members) {
        return Probe.of(
                members.name(),
                DSL.select(finding(
                                problem("is current and ends, or is not current and does not end"),
                                Members.ALIAS,
                                List.of(
                                        members.durableKey(),
                                        members.key(),
                                        MemberLayout.VALID_TO,
                                        MemberLayout.IS_CURRENT)))
                        .from(members.table())
                        .where(members.isCurrent()
                                .ne(DSL.field(members.validTo().eq(OPEN_END)))));
    }

    private static Probe several(Members members) {
        return Probe.of(
                members.name(),
                "members",
                DSL.select(
                                problem("has more than one current version"),
                                members.durable(),
                                DSL.count().as("current_versions"))
                        .from(members.table())
                        .where(members.isCurrent())
                        .groupBy(members.durable())
                        .having(DSL.count().gt(1)));
    }
}
