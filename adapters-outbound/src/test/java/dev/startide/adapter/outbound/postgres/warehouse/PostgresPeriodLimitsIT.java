package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.adapter.outbound.postgres.StoredQuarantine;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.Plans;
import dev.startide.domain.testkit.course.PeriodLimitsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresPeriodLimitsIT extends PeriodLimitsContract {

    private static PostgresStorage storage;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Override
    protected AdaptersUnderTest emptyWarehouse() {
        storage.clear();
        storage.port(WarehouseCatalog.class).apply(MODEL, Plans.fromNothing(LAYOUT.schema()));
        return new AdaptersUnderTest(
                storage.port(RawLog.class),
                storage.port(Warehouse.class),
                storage.port(LoaderLease.class),
                storage.port(Cursors.class),
                storage.port(Progress.class),
                () -> StoredQuarantine.of(storage));
    }
}
