package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.testkit.WarehouseCatalogContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresCatalogContractIT extends WarehouseCatalogContract {

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
    protected CatalogUnderTest emptyDatabase() {
        storage.clear();
        return new CatalogUnderTest(
                storage.port(WarehouseCatalog.class), storage.port(Warehouse.class), storage.port(LoaderLease.class));
    }
}
