package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.testkit.RawLogContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresRawLogIT extends RawLogContract {

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
    protected RawLog emptyRawLog() {
        storage.clear();
        return storage.port(RawLog.class);
    }
}
