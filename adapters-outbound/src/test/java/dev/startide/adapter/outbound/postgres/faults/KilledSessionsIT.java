package dev.startide.adapter.outbound.postgres.faults;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.testkit.LongForm;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server that ends all sessions again and again, every 200 milliseconds, costs nothing but time.
class KilledSessionsIT {

    /// A minute of them in the long form.
    private static final int KILLS = LongForm.times(10, 300);

    private static final int EVENTS_BETWEEN_KILLS = 10;

    private TestDatabase server;
    private ShopAtFault shop;

    @BeforeEach
    void start() {
        server = TestPostgres.freshDatabase();
        shop = ShopAtFault.on(server);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void loadsWhileSessionsAreKilled() throws SQLException {
        // Given
        shop.takeIn(KILLS * EVENTS_BETWEEN_KILLS);

        // When
        try (SessionKiller killer = SessionKiller.of(server, KILLS)) {
            while (!killer.isDone()) {
                tryToLoad();
            }
        }

        // Then
        shop.loadAndCompare();
    }

    @Test
    void logsWhileSessionsAreKilled() {
        // Given
        NumberedSource numbers =
                new NumberedSource(aSource("numbers").build(), shop.storage().port(RawLog.class), 5);
        long last = 0;

        // When
        try (SessionKiller killer = SessionKiller.of(server, KILLS)) {
            while (!killer.isDone()) {
                last += KILLS;
                numbers.logUpTo(last);
            }
        }

        // Then
        assertThat(numbers.failures()).isNotEmpty();
        assertThat(shop.storage().query("select event_id from raw.event order by position"))
                .isEqualTo(LongStream.rangeClosed(1, last)
                        .mapToObj(number -> "e-" + number)
                        .toList());
    }

    private void tryToLoad() {
        try {
            shop.run().loader().loadNext();
        } catch (StartideException failure) {
            assertThat(failure.handling().mayPass()).as(failure.getMessage()).isTrue();
        }
    }
}
