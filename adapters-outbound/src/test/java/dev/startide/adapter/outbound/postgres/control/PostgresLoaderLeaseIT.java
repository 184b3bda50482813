package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.testkit.LoaderLeaseContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresLoaderLeaseIT extends LoaderLeaseContract {

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
    protected LoaderLease freeLease() {
        storage.clear();
        return storage.port(LoaderLease.class);
    }
}
