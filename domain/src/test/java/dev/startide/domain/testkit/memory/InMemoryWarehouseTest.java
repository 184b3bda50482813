package dev.startide.domain.testkit.memory;

import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.Plans;
import dev.startide.domain.testkit.WarehouseContract;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.time.InstantSource;

class InMemoryWarehouseTest extends WarehouseContract {

    @Override
    protected AdaptersUnderTest adaptersFor(WarehouseLayout layout) {
        var database = new InMemoryDatabase();
        new InMemoryCatalog(database).apply(layout.model(), Plans.fromNothing(layout.schema()));
        var log = new InMemoryRawLog();
        var warehouse = new InMemoryWarehouse(database);
        return new AdaptersUnderTest(
                log,
                warehouse,
                new InMemoryLease(database, InstantSource.system()),
                new InMemoryCursors(database),
                new InMemoryProgress(log, database),
                warehouse::quarantined);
    }
}
