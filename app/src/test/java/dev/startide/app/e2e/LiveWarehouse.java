package dev.startide.app.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.metrics.Arrivals;
import dev.startide.app.report.StatusReport;
import dev.startide.app.service.Phase;
import dev.startide.app.service.ServiceFaces;
import dev.startide.app.service.WarehouseService;
import dev.startide.app.wiring.Session;
import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import dev.startide.dev.TestPulsar;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.port.inbound.ShowStatus;
import dev.startide.sample.tpch.TpchEvent;
import dev.startide.sample.tpch.publish.Progress;
import dev.startide.sample.tpch.publish.TpchPublisher;
import dev.startide.sample.tpch.publish.TpchTargets;
import dev.startide.sample.tpch.publish.TpchTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The product as `run` starts it, on a database and on topics of its own.
final class LiveWarehouse implements AutoCloseable {

    private static final Path SAMPLE = Path.of("..", "samples", "tpch", "warehouse.yaml");

    /// Generous for a machine that does much else.
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final TestDatabase database;
    private final Path model;
    private final TpchTargets targets;
    private final Session session;
    private final ServiceFaces faces;
    private final WarehouseService service;

    private LiveWarehouse(TestDatabase database, Path model, TpchTargets targets, Session session) {
        this.database = database;
        this.model = model;
        this.targets = targets;
        this.session = session;
        this.faces = session.bean(ServiceFaces.class);
        this.service = session.bean(WarehouseService.class);
    }

    /// Starts a service and waits until its tables are there.
    static LiveWarehouse start(Path folder) throws IOException, InterruptedException {
        String prefix = "persistent://public/default/e2e-%s-".formatted(UUID.randomUUID());
        int port = freePort();
        TpchTargets targets = new TpchTargets(
                URI.create(TestPulsar.serviceUrl()),
                URI.create(TestPulsar.adminUrl()),
                URI.create("http://127.0.0.1:" + port),
                prefix);
        TpchTopics.create(targets);
        TestDatabase database = TestPostgres.freshDatabase();
        Path model = modelWithTopics(folder, prefix);
        Session session = Session.open(
                Map.of(
                        "startide.model", model.toString(),
                        "startide.database.url", database.jdbcUrl(),
                        "startide.database.user", database.user(),
                        "startide.database.password", database.password(),
                        "startide.pulsar.service-url", TestPulsar.serviceUrl(),
                        "startide.server.port", port,
                        "startide.management.port", freePort()),
                Optional.empty(),
                "WARN");
        LiveWarehouse warehouse = new LiveWarehouse(database, model, targets, session);
        warehouse.faces.start();
        Eventually.holds(LIMIT, () -> warehouse.service.phase() instanceof Phase.Loading, warehouse::state);
        return warehouse;
    }

    /// Sends events and waits until each of them is accounted for.
    void take(List<TpchEvent> events) throws InterruptedException {
        long before = arrived();
        Progress progress = new Progress(events.size());
        new TpchPublisher(targets).publish(events, progress);
        Eventually.holds(LIMIT, () -> arrived() - before >= events.size() && status().waiting() == 0, this::state);
    }

    /// Gives a command on the same warehouse, as another process would.
    CommandRun command(String... words) {
        return CommandRun.of(database, model, words);
    }

    /// What became of everything that was received.
    StatusReport status() {
        return StatusReport.of(session.bean(ShowStatus.class), session.bean(ShowQuarantine.class));
    }

    /// To ask the warehouse as a reader does.
    Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }

    @Override
    public void close() {
        faces.close();
        session.close();
    }

    private long arrived() {
        return session.bean(Arrivals.class).count();
    }

    private String state() {
        return "load %s, sources %s, arrived %d, %s"
                .formatted(service.phase(), service.sources(), arrived(), status().equation());
    }

    private static Path modelWithTopics(Path folder, String prefix) throws IOException {
        String model = Files.readString(SAMPLE, UTF_8).replace(TpchTargets.DEFAULT_TOPIC_PREFIX, prefix);
        return Files.writeString(folder.resolve("warehouse.yaml"), model, UTF_8);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
