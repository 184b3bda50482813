package dev.startide.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    private static final long LIMIT_SECONDS = 60;

    @TempDir
    private Path directory;

    @Test
    void makesAcknowledgedDataDurable() throws Exception {
        // Given
        String settings = "SELECT concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'),"
                + " current_setting('full_page_writes'), current_setting('server_version_num')::int / 10000)";

        // When
        String found;
        try (PostgresServer server = PostgresServer.start(directory, 0)) {
            found = Rows.ask(server.dataSource("postgres"), settings);
        }

        // Then
        assertThat(found).isEqualTo("on on on 18");
    }

    @Test
    void keepsDataAndAddressOverAStop() throws Exception {
        // Given
        int port;
        try (PostgresServer server = PostgresServer.start(directory, 0)) {
            port = server.port();
            Rows.write(server.dataSource("postgres"), "still here");
        }

        // When
        try (PostgresServer server = PostgresServer.start(directory, 0)) {

            // Then
            assertThat(Rows.read(server.dataSource("postgres"))).isEqualTo("still here");
            assertThat(server.port()).isEqualTo(port);
        }
    }

    @Test
    void createsADatabaseOnce() throws Exception {
        try (PostgresServer server = PostgresServer.start(directory, 0)) {
            // Given
            server.createDatabase("shop");
            Rows.write(server.dataSource("shop"), "still here");

            // When
            server.createDatabase("shop");

            // Then
            assertThat(Rows.read(server.dataSource("shop"))).isEqualTo("still here");
        }
    }

    @Test
    void doesNotOutliveAJvmThatWasKilled() throws Exception {
        try (ServicesProcess services = ServicesProcess.start(directory, "--no-pulsar")) {
            // Given
            ProcessHandle postmaster = postmaster(directory.resolve("postgres"));

            // When
            services.kill();

            // Then
            assertThat(postmaster.onExit()).succeedsWithin(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void replacesAServerThatWasLeftBehind() throws Exception {
        try (ServicesProcess services = ServicesProcess.start(directory, "--no-pulsar")) {
            // Given
            ProcessHandle leftBehind = postmaster(directory.resolve("postgres"));
            Rows.write(services.database().dataSource(), "still here");
            services.descendants().forEach(ProcessHandle::destroyForcibly);
            services.kill();

            // When
            try (PostgresServer server = PostgresServer.start(directory.resolve("postgres"), 0)) {

                // Then
                assertThat(Rows.read(server.dataSource("startide"))).isEqualTo("still here");
                assertThat(leftBehind.onExit()).succeedsWithin(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void recoversWhatAKilledServerHadAcknowledged() throws Exception {
        // Given
        try (PostgresServer server = PostgresServer.start(directory, 0)) {
            Rows.write(server.dataSource("postgres"), "still here");
            ProcessHandle postmaster = postmaster(directory);
            postmaster.destroyForcibly();
            postmaster.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        // When
        try (PostgresServer server = PostgresServer.start(directory, 0)) {

            // Then
            assertThat(Rows.read(server.dataSource("postgres"))).isEqualTo("still here");
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        // Given
        Files.writeString(Files.createDirectories(directory.resolve("data")).resolve("PG_VERSION"), "16\n");

        // When
        DevServerException refusal =
                catchThrowableOfType(DevServerException.class, () -> PostgresServer.start(directory, 0));

        // Then
        assertThat(refusal).hasMessageContaining("holds data of PostgreSQL 16, but this is PostgreSQL 18");
        assertThat(refusal.remedy()).contains("another data directory", "dump the data with version 16");
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        // Given
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {

            // When
            DevServerException refusal = catchThrowableOfType(
                    DevServerException.class, () -> PostgresServer.start(directory, other.getLocalPort()));

            // Then
            assertThat(refusal).hasMessageContaining("Port " + other.getLocalPort());
            assertThat(refusal.remedy()).contains("choose another port");
        }
    }

    @Test
    void saysThatTheDirectoryIsInUse() {
        // Given
        try (PostgresServer server = PostgresServer.start(directory, 0)) {

            // When
            DevServerException refusal =
                    catchThrowableOfType(DevServerException.class, () -> PostgresServer.start(directory, 0));

            // Then
            assertThat(refusal).hasMessageContaining("in use");
            assertThat(server.port()).isPositive();
        }
    }

    private static ProcessHandle postmaster(Path directory) throws Exception {
        String pid =
                Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
