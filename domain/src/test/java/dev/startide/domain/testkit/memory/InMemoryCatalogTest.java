package dev.startide.domain.testkit.memory;

import dev.startide.domain.testkit.WarehouseCatalogContract;
import java.time.InstantSource;

class InMemoryCatalogTest extends WarehouseCatalogContract {

    @Override
    protected CatalogUnderTest emptyDatabase() {
        var database = new InMemoryDatabase();
        return new CatalogUnderTest(
                new InMemoryCatalog(database),
                new InMemoryWarehouse(database),
                new InMemoryLease(database, InstantSource.system()));
    }
}
