package dev.startide.app.wiring;

import dev.startide.app.settings.LoadConfig;
import dev.startide.app.settings.QuarantineConfig;
import dev.startide.domain.pace.BatchBounds;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.DiagnoseSetup;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.port.inbound.PlanSchema;
import dev.startide.domain.port.inbound.RebuildTables;
import dev.startide.domain.port.inbound.ReplayEvents;
import dev.startide.domain.port.inbound.ReviewSchema;
import dev.startide.domain.port.inbound.ShowHistory;
import dev.startide.domain.port.inbound.SourceDiagnoses;
import dev.startide.domain.port.inbound.TakeSnapshots;
import dev.startide.domain.port.inbound.TestModel;
import dev.startide.domain.port.inbound.VerifyWarehouse;
import dev.startide.domain.port.outbound.Amendments;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.Diagnoses;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.ModelVersions;
import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.RowLookup;
import dev.startide.domain.port.outbound.SchemaStatements;
import dev.startide.domain.port.outbound.ScratchWarehouse;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.port.outbound.Standbys;
import dev.startide.domain.port.outbound.TableSnapshots;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.service.AmendedLog;
import dev.startide.domain.service.ApplyService;
import dev.startide.domain.service.DiagnoseService;
import dev.startide.domain.service.GivenEvents;
import dev.startide.domain.service.HistoryService;
import dev.startide.domain.service.LoadPace;
import dev.startide.domain.service.LoadService;
import dev.startide.domain.service.LoadSettings;
import dev.startide.domain.service.PlanService;
import dev.startide.domain.service.RebuildService;
import dev.startide.domain.service.ReplayService;
import dev.startide.domain.service.Retries;
import dev.startide.domain.service.ReviewService;
import dev.startide.domain.service.SnapshotService;
import dev.startide.domain.service.TestService;
import dev.startide.domain.service.VerifyService;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Makes the services of the domain, which knows no framework, from whatever adapters are there:
/// schema, load and what is asked of tables. See also [LogFactory] and [QuarantineFactory].
@Factory
final class DomainFactory {

    private static final String READERS = "startide-readers";

    @Singleton
    PlanSchema planSchema(WarehouseLayout layout, WarehouseCatalog catalog) {
        return new PlanService(layout, catalog);
    }

    @Singleton
    ApplySchema applySchema(WarehouseModel model, PlanSchema plan, WarehouseCatalog catalog) {
        return new ApplyService(model, plan, catalog);
    }

    @Singleton
    ReviewSchema reviewSchema(
            WarehouseLayout layout,
            WarehouseCatalog catalog,
            ApplySchema apply,
            SchemaStatements statements,
            ModelVersions versions,
            Progress progress) {
        return new ReviewService(layout, catalog, apply, statements, versions, progress);
    }

    @Singleton
    DiagnoseSetup diagnoseSetup(List<Diagnoses> surroundings, List<SourceDiagnoses> sources, WarehouseCatalog catalog) {
        return new DiagnoseService(surroundings, sources, catalog);
    }

    @Singleton
    VerifyWarehouse verifyWarehouse(
            WarehouseLayout layout,
            PlanSchema plan,
            WarehouseChecks checks,
            RawLog rawLog,
            Amendments amendments,
            EventReader reader,
            TableSnapshots tables,
            InstantSource clock) {
        return new VerifyService(layout, plan, checks, new AmendedLog(rawLog, amendments), reader, tables, clock);
    }

    @Singleton
    ShowHistory showHistory(WarehouseLayout layout, RowLookup rows) {
        return new HistoryService(layout, rows);
    }

    @Singleton
    LoadWarehouse loadWarehouse(
            WarehouseLayout layout,
            RawLog rawLog,
            EventReader reader,
            Warehouse warehouse,
            Cursors cursors,
            LoaderLease lease,
            LoadSettings settings,
            LoadPace pace,
            Retries retries,
            PausedSources sources,
            QuarantineConfig quarantine,
            @Named(READERS) ExecutorService readers) {
        RawLog amended = new AmendedLog(rawLog, retries.amendments());
        return new LoadService(
                layout,
                amended,
                reader,
                warehouse,
                cursors,
                lease,
                settings,
                readers,
                pace,
                retries,
                sources,
                quarantine.rule());
    }

    @Singleton
    LoadPace loadPace(LoadConfig config, Standbys standbys) {
        int least = Math.min(config.batchLeast(), config.batchEvents());
        BatchBounds bounds =
                new BatchBounds(least, config.batchEvents(), config.batchTarget(), config.mostStandbyLag());
        return new LoadPace(bounds, System::nanoTime, standbys);
    }

    /// Shares the lease of the loader in this process.
    @Singleton
    TakeSnapshots takeSnapshots(WarehouseLayout layout, Warehouse warehouse, LoaderLease lease, LoadSettings settings) {
        return new SnapshotService(layout, warehouse, lease, settings);
    }

    @Singleton
    RebuildTables rebuildTables(
            WarehouseLayout layout,
            RawLog rawLog,
            Amendments amendments,
            EventReader reader,
            ShadowTables shadows,
            Cursors cursors,
            LoaderLease lease,
            LoadSettings settings,
            @Named(READERS) ExecutorService readers) {
        return new RebuildService(
                layout, new AmendedLog(rawLog, amendments), reader, shadows, cursors, lease, settings, readers);
    }

    @Singleton
    ReplayEvents replayEvents(
            WarehouseLayout layout,
            RawLog rawLog,
            Amendments amendments,
            EventReader reader,
            Warehouse warehouse,
            EventAccounts accounts,
            Cursors cursors,
            LoaderLease lease,
            LoadSettings settings) {
        return new ReplayService(
                layout, new AmendedLog(rawLog, amendments), reader, warehouse, accounts, cursors, lease, settings);
    }

    /// For sessions whose model was made ready for tests.
    @Singleton
    TestModel testModel(
            WarehouseLayout layout,
            ScratchWarehouse scratch,
            ApplySchema schema,
            GivenEvents events,
            LoadWarehouse load,
            TakeSnapshots snapshots) {
        return new TestService(layout, scratch, schema, events, load, snapshots);
    }

    @Singleton
    LoadSettings loadSettings(LoadConfig config) {
        return new LoadSettings(
                "%d-%s".formatted(ProcessHandle.current().pid(), UUID.randomUUID()),
                config.leaseTime(),
                config.batchEvents(),
                config.batchBytes(),
                config.remembered(),
                config.readersHere());
    }

    /// The threads that read payloads. They hold nothing that must not be lost.
    @Singleton
    @Named(READERS)
    @Bean(preDestroy = "shutdownNow")
    ExecutorService readers(LoadConfig config) {
        return Executors.newFixedThreadPool(
                config.readersHere(),
                Thread.ofPlatform().daemon().name("startide-reader-", 0).factory());
    }
}
