package dev.startide.benchmarks;

import dev.startide.dev.PostgresServer;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.ModelFiles;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.service.ApplyService;
import dev.startide.domain.service.IngestService;
import dev.startide.domain.service.LoadService;
import dev.startide.domain.service.LoadSettings;
import dev.startide.domain.service.PlanService;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.schema.WarehouseSchema;
import dev.startide.warehouse.star.Integrity;
import dev.startide.warehouse.validation.ModelFileResult;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The product's own core and adapters on one database, without a service around them.
final class BenchedWarehouse implements AutoCloseable {

    private static final int INGEST_BATCH = 1_000;
    private static final Set<SourceKind> KINDS =
            Set.of(new SourceKind("pulsar", Set.of("topic")), new SourceKind("http", Set.of("path")));

    /// The product's defaults.
    private static final LoadSettings LOAD =
            new LoadSettings("benchmark", Duration.ofMinutes(1), 5_000, 16 * 1024 * 1024, 100_000, 2);

    private final ApplicationContext beans;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final WarehouseModel model;
    private final WarehouseLayout layout;
    private long rowsWritten;

    private BenchedWarehouse(ApplicationContext beans, WarehouseModel model) {
        this.beans = beans;
        this.model = model;
        this.layout = WarehouseLayout.of(model);
    }

    /// Makes the tables of the model in an empty database.
    static BenchedWarehouse open(PostgresServer server, String database, Path modelFile) {
        return open(server, database, modelFile, Integrity.ENFORCED);
    }

    /// Makes the tables of the model in an empty database, with that done about foreign keys.
    static BenchedWarehouse open(PostgresServer server, String database, Path modelFile, Integrity integrity) {
        ApplicationContext beans = ApplicationContext.run(Map.of(
                "startide.database.url", server.jdbcUrl(database),
                "startide.database.user", server.user(),
                "startide.database.password", server.password(),
                "startide.database.reader-role", "reader_" + database));
        WarehouseModel model = switch (beans.getBean(ModelFiles.class).read(modelFile.toString(), KINDS)) {
            case ModelFileResult.Valid(var valid, var _, var _) -> valid.keeping(integrity);
            case ModelFileResult.Invalid(var issues) -> throw new IllegalArgumentException(issues.toString());
        };
        beans.registerSingleton(WarehouseModel.class, model);
        BenchedWarehouse warehouse = new BenchedWarehouse(beans, model);
        WarehouseCatalog catalog = beans.getBean(WarehouseCatalog.class);
        new ApplyService(model, new PlanService(warehouse.layout, catalog), catalog)
                .apply(ApplySchema.Replaced.REFUSED);
        return warehouse;
    }

    WarehouseSchema schema() {
        return layout.schema();
    }

    /// Logs all events, each lane from a thread of its own.
    ///
    /// @return how many events
    long ingest(Map<TpchLanes.Lane, List<IncomingEvent>> lanes) {
        IngestService ingest = new IngestService(model, beans.getBean(RawLog.class));
        var writing = lanes.entrySet().stream()
                .map(lane -> executor.submit(() -> ingest(ingest, lane.getKey(), lane.getValue())))
                .toList();
        long events = 0;
        for (var lane : writing) {
            try {
                events += lane.get();
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException("A lane could not be logged", failed);
            }
        }
        return events;
    }

    /// Loads until nothing waits.
    ///
    /// @return how many events
    long loadAll() {
        LoadService load = new LoadService(
                layout,
                beans.getBean(RawLog.class),
                beans.getBean(EventReader.class),
                beans.getBean(Warehouse.class),
                beans.getBean(Cursors.class),
                beans.getBean(LoaderLease.class),
                LOAD,
                executor);
        long events = 0;
        while (load.loadNext() instanceof LoadStep.Loaded step) {
            events += step.events();
            rowsWritten += step.rows();
        }
        load.release();
        return events;
    }

    /// Does all checks that the database can do.
    List<CheckOutcome> verify() {
        WarehouseChecks checks = beans.getBean(WarehouseChecks.class);
        List<String> all = checks.all().stream().map(Check::name).toList();
        return checks.run(layout, all, 10, (check, subject, _, _) -> System.err.println(check.name() + ": " + subject));
    }

    /// How many rows the loads have written.
    long rowsWritten() {
        return rowsWritten;
    }

    private static long ingest(IngestService ingest, TpchLanes.Lane lane, List<IncomingEvent> events) {
        OpenLane open = ingest.open(lane.source(), new LaneName(lane.name()));
        for (int start = 0; start < events.size(); start += INGEST_BATCH) {
            List<IncomingEvent> batch = events.subList(start, Math.min(start + INGEST_BATCH, events.size()));
            SourcePosition reaches = new SourcePosition(Integer.toString(start + batch.size()));
            open = ingest.ingest(new IngestBatch(open, batch, reaches)).lane();
        }
        return events.size();
    }

    @Override
    public void close() {
        executor.shutdownNow();
        beans.close();
    }
}
