package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.port.inbound.PlanSchema;
import dev.startide.domain.port.inbound.VerifyWarehouse;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.TableSnapshots;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.Finding;
import dev.startide.domain.quality.Verification;
import dev.startide.domain.quality.VerificationWatch;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Verifies the schema first, because every other check needs its tables, then the rows, then the
/// tables that are to be compared with the raw log.
public final class VerifyService implements VerifyWarehouse {

    /// Rows of one table that are compared with the raw log at once: some hundred megabytes with
    /// their events.
    private static final int ROWS_AT_HAND = 100_000;

    private final WarehouseLayout layout;
    private final RawLog rawLog;
    private final SchemaCheck schema;
    private final WarehouseChecks rows;
    private final RebuiltCheck rebuilt;
    private final InstantSource clock;

    /// @param clock tells how long a comparison took, and nothing else
    public VerifyService(
            WarehouseLayout layout,
            PlanSchema plan,
            WarehouseChecks rows,
            RawLog rawLog,
            EventReader reader,
            TableSnapshots tables,
            InstantSource clock) {
        this.layout = layout;
        this.rawLog = rawLog;
        this.schema = new SchemaCheck(plan);
        this.rows = rows;
        this.rebuilt = new RebuiltCheck(layout, rawLog, reader, tables, ROWS_AT_HAND);
        this.clock = clock;
    }

    @Override
    public List<Check> checks() {
        return Stream.of(Stream.of(SchemaCheck.CHECK), rows.all().stream(), Stream.of(RebuiltCheck.CHECK))
                .flatMap(part -> part)
                .toList();
    }

    @Override
    public Verification verify(Request request, VerificationWatch watch) {
        Set<String> wanted = wanted(request);
        watch.begins(SchemaCheck.CHECK, "tables and views", 0, 1);
        SchemaPlan pending = schema.pending();
        boolean lacksColumns = SchemaCheck.lacksColumns(pending);
        List<CheckOutcome> outcomes = new ArrayList<>();
        if (wanted.remove(SchemaCheck.CHECK.name()) || lacksColumns) {
            outcomes.add(SchemaCheck.outcome(pending, request.shown()));
        }
        if (!lacksColumns && !wanted.isEmpty()) {
            outcomes.addAll(rows.run(layout, wanted, request.shown(), watch));
        }
        if (!lacksColumns && !request.rebuilt().isEmpty()) {
            Map<LaneId, Long> released = rawLog.released();
            outcomes.add(released.isEmpty() ? compare(request, watch) : incomparable(released, request));
        }
        return new Verification(outcomes);
    }

    /// Without the beginning of the raw log there is nothing to compare with.
    private static CheckOutcome incomparable(Map<LaneId, Long> released, Request request) {
        List<Finding> findings = released.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(lane -> new Finding(
                        "raw.event",
                        "lane=%s, position<=%d".formatted(lane.getKey(), lane.getValue()),
                        "was let go, so that nothing can be compared"))
                .toList();
        return new CheckOutcome(
                RebuiltCheck.CHECK,
                0,
                findings.size(),
                findings.stream().limit(request.shown()).toList(),
                Duration.ZERO);
    }

    private CheckOutcome compare(Request request, VerificationWatch watch) {
        Instant began = clock.instant();
        int compared = 0;
        List<Finding> findings = new ArrayList<>();
        int done = 0;
        for (String table : request.rebuilt()) {
            watch.begins(RebuiltCheck.CHECK, table, done++, request.rebuilt().size());
            RebuiltCheck.Compared result = rebuilt.compare(table);
            compared += result.rows();
            findings.addAll(result.findings());
        }
        return new CheckOutcome(
                RebuiltCheck.CHECK,
                compared,
                findings.size(),
                findings.stream().limit(request.shown()).toList(),
                Duration.between(began, clock.instant()));
    }

    private Set<String> wanted(Request request) {
        Set<String> known = checks().stream().map(Check::name).collect(Collectors.toCollection(TreeSet::new));
        request.checks().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("There is no check " + unknown);
                });
        Set<String> wanted =
                request.checks().isEmpty() && request.rebuilt().isEmpty() ? known : new TreeSet<>(request.checks());
        wanted.remove(RebuiltCheck.CHECK.name());
        return wanted;
    }
}
