package dev.startide.adapter.outbound.postgres.faults;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.startide.dev.PostgresServer;
import dev.startide.dev.TestDatabase;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.RawLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A full disk sets nothing aside: the load waits, and goes on by itself when there is room.
///
/// The tables of the database lie on a file system of a few megabytes. Where this user may not mount
/// one, the test says so and is left out.
class DiskFullIT {

    private static final int EVENTS = 500;
    private static final int MANY_NUMBERS = 20_000;
    private static final int BLOCK = 1 << 16;

    @TempDir
    private Path directory;

    private Path disk;
    private PostgresServer server;
    private ShopAtFault shop;

    @BeforeEach
    void start() throws Exception {
        disk = Files.createDirectory(directory.resolve("disk"));
        assumeThat(isDone("mount", "-t", "tmpfs", "-o", "size=64m,mode=0777", "tmpfs", disk.toString()))
                .as("a small file system can be mounted, which needs the rights of root")
                .isTrue();
        server = PostgresServer.start(Files.createDirectory(directory.resolve("server")), 0);
        Path tables = Files.createDirectory(disk.resolve("tables"));
        TestDatabase database = new TestDatabase(server.jdbcUrl("shop"), server.user(), server.password());
        try (Connection connection = server.dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create tablespace small location '%s'".formatted(tables));
            statement.execute("create database shop tablespace small");
        }
        shop = ShopAtFault.on(database);
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            Files.deleteIfExists(disk.resolve("filler"));
            shop.close();
            server.close();
        }
        isDone("umount", disk.toString());
    }

    @Test
    void waitsForRoom() throws Exception {
        // Given
        shop.takeIn(EVENTS);
        fill();

        // When
        StartideException failure = untilItFails();

        // Then
        assertThat(failure.code()).isEqualTo(FailureCode.DATABASE_EXHAUSTED);
        assertThat(shop.quarantined()).isZero();
        Files.delete(disk.resolve("filler"));
        shop.loadAndCompare();
    }

    @Test
    void keepsEventsOutUntilThereIsRoom() throws Exception {
        // Given
        var source = aSource("numbers").build();
        NumberedSource numbers = new NumberedSource(source, shop.storage().port(RawLog.class), 500);
        numbers.logUpTo(500);
        fill();

        // When
        while (numbers.failures().isEmpty()) {
            assertThat(numbers.isLoggedUpTo(MANY_NUMBERS)).isFalse();
        }

        // Then
        assertThat(numbers.failures().getFirst().code()).isEqualTo(FailureCode.DATABASE_EXHAUSTED);
        Files.delete(disk.resolve("filler"));
        numbers.logUpTo(MANY_NUMBERS);
        assertThat(shop.storage().query("select count(*), count(distinct event_id) from raw.event"))
                .containsExactly(MANY_NUMBERS + "|" + MANY_NUMBERS);
    }

    /// Small writes may still find room in pages that are there.
    private StartideException untilItFails() {
        StartideException failure = null;
        for (int step = 0; failure == null; step++) {
            assertThat(step).as("steps").isLessThan(EVENTS);
            failure = catchThrowableOfType(
                    StartideException.class, () -> shop.run().loader().loadNext());
        }
        return failure;
    }

    private void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static boolean isDone(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
