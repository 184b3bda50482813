package dev.startide.domain.service;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.port.inbound.TakeSnapshots;
import dev.startide.domain.port.inbound.TestModel;
import dev.startide.domain.port.outbound.ScratchWarehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quality.SnapshotStep;
import dev.startide.domain.trial.Arrangement;
import dev.startide.domain.trial.Difference;
import dev.startide.domain.trial.Preview;
import dev.startide.domain.trial.SeenRow;
import dev.startide.domain.trial.TableComparison;
import dev.startide.domain.trial.TrialOutcome;
import dev.startide.warehouse.expectation.ExpectedTable;
import dev.startide.warehouse.expectation.GivenEvent;
import dev.startide.warehouse.expectation.ModelTest;
import dev.startide.warehouse.expectation.ModelTest.Periods;
import dev.startide.warehouse.layout.ShownTable;
import dev.startide.warehouse.layout.ShownTables;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.FactName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Gives the events of tests the way that all events go, and looks at what became of them.
public final class TestService implements TestModel {

    /// More rows than a test can expect: enough to show what is too much.
    private static final int MOST_ROWS = 5_000;

    private final WarehouseLayout layout;
    private final ScratchWarehouse scratch;
    private final ApplySchema schema;
    private final GivenEvents events;
    private final LoadWarehouse load;
    private final TakeSnapshots snapshots;
    private final GrainCheck grains;

    /// @param layout of a model that was made ready for tests
    public TestService(
            WarehouseLayout layout,
            ScratchWarehouse scratch,
            ApplySchema schema,
            GivenEvents events,
            LoadWarehouse load,
            TakeSnapshots snapshots) {
        this.layout = layout;
        this.scratch = scratch;
        this.schema = schema;
        this.events = events;
        this.load = load;
        this.snapshots = snapshots;
        this.grains = new GrainCheck(layout, scratch);
    }

    @Override
    public void begin() {
        scratch.take();
        schema.apply(ApplySchema.Replaced.ACCEPTED);
    }

    @Override
    public TrialOutcome run(ModelTest test, Arrangement arrangement, long seed) {
        load.release();
        scratch.clear();
        events.begin(test);
        for (List<Integer> batch : arrangement.batches(test.given().size(), seed)) {
            events.log(batch);
            loadAll();
        }
        if (test.periods() instanceof Periods.FilledThrough(var day)) {
            fill(day.plusDays(1));
        }
        List<Difference> differences = new ArrayList<>(events.unexpectedFates());
        test.tables().forEach(table -> differences.addAll(compare(table)));
        differences.addAll(grains.doubled());
        return new TrialOutcome(test.name(), arrangement, differences);
    }

    @Override
    public Preview preview(List<GivenEvent> given) {
        ModelTest test = new ModelTest("", given, new Periods.Open(), List.of(), Map.of());
        load.release();
        scratch.clear();
        events.begin(test);
        events.log(IntStream.range(0, given.size()).boxed().toList());
        loadAll();
        List<Preview.Rows> tables = new ArrayList<>();
        ShownTables.of(layout).forEach((name, table) -> {
            List<String> columns = table.columns().keySet().stream()
                    .filter(path -> !path.contains(".") && !path.endsWith("_key"))
                    .toList();
            List<SeenRow> rows = TableComparison.meant(table, scratch.rows(table.question(columns), MOST_ROWS));
            if (!rows.isEmpty() && !isGenerated(table)) {
                tables.add(new Preview.Rows(name, columns, rows));
            }
        });
        return new Preview(tables, events.fates());
    }

    /// Days and times of day are there without any event.
    private static boolean isGenerated(ShownTable table) {
        return table.rows() instanceof ShownTable.Rows.NotSpecial;
    }

    @Override
    public void end() {
        load.release();
        scratch.discard();
    }

    private List<Difference> compare(ExpectedTable table) {
        return TableComparison.between(table, scratch.rows(table.table().question(table.columns()), MOST_ROWS));
    }

    private void loadAll() {
        while (true) {
            switch (load.loadNext()) {
                case LoadStep.Loaded _, LoadStep.Retried _ -> {}
                case LoadStep.Idle() -> {
                    return;
                }
                case LoadStep.StandingBy() -> throw taken();
            }
        }
    }

    private void fill(LocalDate day) {
        List<FactName> periodic = layout.model().facts().stream()
                .filter(fact -> fact.kind() instanceof FactKind.Periodic)
                .map(Fact::name)
                .toList();
        while (!periodic.isEmpty()) {
            switch (snapshots.next(periodic, day)) {
                case SnapshotStep.Filled _ -> {}
                case SnapshotStep.UpToDate() -> {
                    return;
                }
                case SnapshotStep.StandingBy() -> throw taken();
            }
        }
    }

    private static StartideException taken() {
        return StartideException.because(
                FailureCode.MODEL_CONFLICT,
                "Another process works with the database of the tests. Give the tests a database of their own");
    }
}
