package dev.startide.domain.service;

import dev.startide.domain.port.inbound.PlanSchema;
import dev.startide.domain.port.inbound.VerifyWarehouse;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.Verification;
import dev.startide.domain.quality.VerificationWatch;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Verifies the schema first, because every other check needs its tables, then the rows.
public final class VerifyService implements VerifyWarehouse {

    private final WarehouseLayout layout;
    private final SchemaCheck schema;
    private final WarehouseChecks rows;

    public VerifyService(WarehouseLayout layout, PlanSchema plan, WarehouseChecks rows) {
        this.layout = layout;
        this.schema = new SchemaCheck(plan);
        this.rows = rows;
    }

    @Override
    public List<Check> checks() {
        return Stream.concat(Stream.of(SchemaCheck.CHECK), rows.all().stream()).toList();
    }

    @Override
    public Verification verify(Request request, VerificationWatch watch) {
        Set<String> wanted = wanted(request);
        watch.begins(SchemaCheck.CHECK, "tables and views", 0, 1);
        SchemaPlan pending = schema.pending();
        List<CheckOutcome> outcomes = new ArrayList<>();
        if (wanted.remove(SchemaCheck.CHECK.name()) || SchemaCheck.lacksColumns(pending)) {
            outcomes.add(SchemaCheck.outcome(pending, request.shown()));
        }
        if (!SchemaCheck.lacksColumns(pending) && !wanted.isEmpty()) {
            outcomes.addAll(rows.run(layout, wanted, request.shown(), watch));
        }
        return new Verification(outcomes);
    }

    private Set<String> wanted(Request request) {
        Set<String> known = checks().stream().map(Check::name).collect(Collectors.toCollection(TreeSet::new));
        for (String name : request.checks()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("There is no check " + name);
            }
        }
        return request.checks().isEmpty() ? known : new TreeSet<>(request.checks());
    }
}
