package dev.startide.adapter.outbound.postgres.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.TestPostgres;
import dev.startide.domain.testkit.Await;
import dev.startide.domain.testkit.LongForm;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// However bad the way to the database is, the load goes on by itself, and sets nothing aside.
class NetworkFaultsIT {

    private static final int EVENTS = 40;
    private static final int TIMES = LongForm.times(20, 100);

    private ShopAtFault shop;

    @BeforeEach
    void start() {
        shop = ShopAtFault.on(TestPostgres.freshDatabase());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void loadsOverASlowAndNarrowNetwork() throws SQLException {
        // Given
        shop.takeIn(EVENTS);
        shop.proxy().delay(Duration.ofMillis(2));
        shop.proxy().beforeCommit(ShopAtFault.LOADING, () -> shop.proxy().throttle(1 << 20), EVENTS / 2);

        // When
        shop.loadAndCompare();

        // Then
        assertThat(shop.proxy().planned()).isZero();
    }

    @Test
    void loadsOverANetworkThatResetsConnections() throws SQLException {
        // Given
        shop.takeIn(EVENTS);
        shop.proxy().beforeCommit(ShopAtFault.LOADING, shop.proxy()::reset, TIMES);

        // When
        shop.loadAndCompare();

        // Then
        assertThat(shop.proxy().planned()).isZero();
    }

    @Test
    void goesOnAfterTheNetworkFellSilent() throws Exception {
        // Given
        shop.takeIn(EVENTS);
        shop.proxy().beforeCommit(ShopAtFault.LOADING, shop.proxy()::swallow, 1);
        try (ExecutorService loader = Executors.newSingleThreadExecutor()) {
            Future<?> load = loader.submit(() -> shop.run().drain());
            Await.until("the commit was swallowed", () -> shop.proxy().hasLost());

            // When
            shop.proxy().clear();

            // Then
            load.get();
            shop.loadAndCompare();
        }
    }
}
