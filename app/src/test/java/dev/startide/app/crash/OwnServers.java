package dev.startide.app.crash;

import dev.startide.dev.PostgresServer;
import dev.startide.dev.PulsarServer;
import dev.startide.dev.StopMode;
import dev.startide.dev.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A PostgreSQL and a Pulsar that can be killed, because nobody else needs them.
final class OwnServers implements AutoCloseable {

    private static final String TOPIC = "persistent://public/default/stall";

    private final Path folder;
    private final PostgresServer postgres;
    private PulsarServer pulsar;

    private OwnServers(Path folder, PostgresServer postgres, PulsarServer pulsar) {
        this.folder = folder;
        this.postgres = postgres;
        this.pulsar = pulsar;
    }

    static OwnServers in(Path folder) throws IOException {
        PostgresServer postgres = PostgresServer.start(Files.createDirectory(folder.resolve("postgres")), 0);
        try {
            postgres.createDatabase("orchard");
            return new OwnServers(folder, postgres, PulsarServer.start(broker(folder)));
        } catch (RuntimeException failure) {
            postgres.close();
            throw failure;
        }
    }

    Grounds grounds() {
        TestDatabase database = new TestDatabase(postgres.jdbcUrl("orchard"), postgres.user(), postgres.password());
        return new Grounds(folder, database, pulsar.serviceUrl(), TOPIC);
    }

    /// Kills the database's server, with all its processes.
    void killPostgres() {
        postgres.end(StopMode.KILL);
    }

    void startPostgres() {
        postgres.begin();
    }

    void killPulsar() {
        pulsar.process().destroyForcibly();
        pulsar.process().onExit().join();
    }

    /// Starts the broker again where it was.
    void startPulsar() {
        pulsar.close();
        pulsar = PulsarServer.start(broker(folder));
    }

    @Override
    public void close() {
        pulsar.close();
        postgres.close();
    }

    private static Path broker(Path folder) {
        return folder.resolve("pulsar");
    }
}
