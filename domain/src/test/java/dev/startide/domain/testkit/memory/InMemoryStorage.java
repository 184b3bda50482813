package dev.startide.domain.testkit.memory;

import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.service.ApplyService;
import dev.startide.domain.service.PlanService;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.QuarantineAdapters;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import java.time.Instant;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An empty warehouse in memory with its raw log, behind all the ports that a load needs.
public final class InMemoryStorage {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-15T12:00:00Z"));

    private static final IdentityHashMap<WarehouseLayout, InMemoryDatabase> APPLIED = new IdentityHashMap<>();

    private final InMemoryRawLog log;
    private final InMemoryWarehouse warehouse;
    private final AdaptersUnderTest adapters;
    private final InMemoryShadowTables shadows;
    private final InMemoryEventAccounts accounts;
    private final InMemoryQuarantine quarantine;
    private final InMemoryEventLookup events;
    private final InMemoryNoticeOutbox outbox;
    private final InMemoryPausedSources sources = new InMemoryPausedSources();

    public InMemoryStorage(WarehouseLayout layout) {
        this(layout, NOON, () -> {});
    }

    /// @param clock of the database
    /// @param meanwhile what others do while a transaction of the raw log is open
    public InMemoryStorage(WarehouseLayout layout, InstantSource clock, Runnable meanwhile) {
        InMemoryDatabase database = applied(layout);
        log = new InMemoryRawLog(meanwhile);
        warehouse = new InMemoryWarehouse(database);
        shadows = new InMemoryShadowTables(database, clock);
        accounts = new InMemoryEventAccounts(log, database);
        quarantine = new InMemoryQuarantine(database);
        events = new InMemoryEventLookup(log, database);
        outbox = new InMemoryNoticeOutbox(database);
        adapters = new AdaptersUnderTest(
                log,
                warehouse,
                new InMemoryLease(database, clock),
                new InMemoryCursors(database),
                new InMemoryProgress(log, database),
                warehouse::quarantined);
    }

    /// A database to which the model has been applied; it is applied once, as thousands of cases
    /// start from it.
    private static InMemoryDatabase applied(WarehouseLayout layout) {
        synchronized (APPLIED) {
            return APPLIED.computeIfAbsent(layout, _ -> {
                        InMemoryDatabase database = new InMemoryDatabase();
                        InMemoryCatalog catalog = new InMemoryCatalog(database);
                        new ApplyService(layout.model(), new PlanService(layout, catalog), catalog)
                                .apply(ApplySchema.Replaced.ACCEPTED);
                        return database;
                    })
                    .copy();
        }
    }

    public AdaptersUnderTest adapters() {
        return adapters;
    }

    public InMemoryRawLog log() {
        return log;
    }

    public InMemoryEventAccounts accounts() {
        return accounts;
    }

    /// The quarantine, and what is to be done with it.
    public QuarantineAdapters quarantine() {
        return new QuarantineAdapters(quarantine, quarantine, quarantine, events, accounts, sources);
    }

    /// Notices of what was set aside.
    public InMemoryNoticeOutbox outbox() {
        return outbox;
    }

    /// Tables beside those of the warehouse.
    public InMemoryShadowTables shadows() {
        return shadows;
    }

    public InMemoryWarehouse warehouse() {
        return warehouse;
    }

    /// All rows of a table, in no particular order.
    public List<@Nullable Object[]> rows(Table table) {
        return warehouse.rows(table.name());
    }
}
