package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.WarehouseContract;
import dev.startide.warehouse.layout.WarehouseLayout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresWarehouseContractIT extends WarehouseContract {

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
    protected AdaptersUnderTest adaptersFor(WarehouseLayout layout) {
        storage.prepare(layout);
        return storage.adapters();
    }
}
