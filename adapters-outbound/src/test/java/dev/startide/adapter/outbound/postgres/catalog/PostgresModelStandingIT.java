package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.testkit.ModelStandingContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresModelStandingIT extends ModelStandingContract {

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
    protected WarehouseCatalog catalogOfAnEmptyDatabase() {
        storage.clear();
        return storage.port(WarehouseCatalog.class);
    }
}
