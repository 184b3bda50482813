package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.Finding;
import dev.startide.domain.quality.VerificationWatch;
import dev.startide.warehouse.layout.WarehouseLayout;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Asks all questions of the checks in one transaction that only reads, and sees the warehouse as
/// it is at the first of them.
@Singleton
final class PostgresWarehouseChecks implements WarehouseChecks {

    /// Joins with large dimensions stay in memory; a few of these at once are no burden.
    private static final String MEMORY = "set local work_mem = '64MB'";

    private final Database database;
    private final List<PostgresCheck> checks;

    PostgresWarehouseChecks(Database database, List<PostgresCheck> checks) {
        this.database = database;
        this.checks = checks.stream()
                .sorted(Comparator.comparing(
                                (PostgresCheck each) -> each.check().area())
                        .thenComparing(each -> each.check().name()))
                .toList();
    }

    @Override
    public List<Check> all() {
        return checks.stream().map(PostgresCheck::check).toList();
    }

    @Override
    public List<CheckOutcome> run(
            WarehouseLayout layout, Collection<String> names, int shown, VerificationWatch watch) {
        List<Planned> plan = checks.stream()
                .filter(each -> names.contains(each.check().name()))
                .map(each -> new Planned(each.check(), each.probes(layout)))
                .toList();
        return database.onSnapshot("verify the warehouse", connection -> run(connection, plan, shown, watch));
    }

    private record Planned(Check check, List<Probe> probes) {}

    private static List<CheckOutcome> run(Connection connection, List<Planned> plan, int shown, VerificationWatch watch)
            throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute(MEMORY);
        }
        int steps = plan.stream().mapToInt(each -> each.probes().size()).sum();
        int done = 0;
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (Planned each : plan) {
            outcomes.add(outcome(connection, each, shown, new Steps(watch, done, steps)));
            done += each.probes().size();
        }
        return outcomes;
    }

    private record Steps(VerificationWatch watch, int done, int of) {}

    private static CheckOutcome outcome(Connection connection, Planned planned, int shown, Steps steps)
            throws SQLException {
        long began = System.nanoTime();
        long found = 0;
        List<Finding> findings = new ArrayList<>();
        int done = steps.done();
        for (Probe probe : planned.probes()) {
            steps.watch().begins(planned.check(), probe.subject(), done++, steps.of());
            Violations violations = Violations.of(connection, probe, shown);
            found += violations.found();
            violations.findings().stream().limit(shown - findings.size()).forEach(findings::add);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new CheckOutcome(planned.check(), planned.probes().size(), found, findings, took);
    }
}
