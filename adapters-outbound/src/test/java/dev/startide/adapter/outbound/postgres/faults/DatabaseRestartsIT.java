package dev.startide.adapter.outbound.postgres.faults;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.PostgresServer;
import dev.startide.dev.StopMode;
import dev.startide.dev.TestDatabase;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.testkit.LongForm;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that ends, in whatever way, just when a transaction wants to commit, costs nothing.
class DatabaseRestartsIT {

    private static final int EVENTS = 40;
    private static final int RESTARTS = LongForm.times(1, 20);

    @TempDir
    private Path directory;

    private PostgresServer server;
    private ShopAtFault shop;

    @BeforeEach
    void start() {
        server = PostgresServer.start(directory, 0);
        server.createDatabase("shop");
        shop = ShopAtFault.on(new TestDatabase(server.jdbcUrl("shop"), server.user(), server.password()));
    }

    @AfterEach
    void stop() {
        shop.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void loadsOnAfterTheServerEnded(StopMode how) throws SQLException {
        // Given
        shop.takeIn(EVENTS);
        shop.proxy().beforeCommit(ShopAtFault.LOADING, () -> server.restart(how), RESTARTS);

        // When
        shop.loadAndCompare();

        // Then
        assertThat(shop.proxy().planned()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void logsOnAfterTheServerEnded(StopMode how) {
        // Given
        NumberedSource numbers =
                new NumberedSource(aSource("numbers").build(), shop.storage().port(RawLog.class), 5);
        shop.proxy().beforeCommit(ShopAtFault.LOGGING, () -> server.restart(how), RESTARTS);

        // When
        numbers.logUpTo(100);

        // Then
        assertThat(shop.proxy().planned()).isZero();
        assertThat(shop.storage().query("select event_id from raw.event order by position"))
                .isEqualTo(LongStream.rangeClosed(1, 100)
                        .mapToObj(number -> "e-" + number)
                        .toList());
    }
}
