package dev.startide.app.demo;

import dev.startide.app.metrics.Arrivals;
import dev.startide.app.report.StatusReport;
import dev.startide.app.service.Lifetime;
import dev.startide.app.service.Phase;
import dev.startide.app.service.ServiceFaces;
import dev.startide.app.service.WarehouseService;
import dev.startide.app.settings.HttpConfig;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ShowStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Shows the whole way of events on one machine: servers, publisher, service, warehouse, a question
/// and its answer.
///
/// Used once, by one thread. What it opens belongs to the lifetime that it is given.
public final class Demo {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /// Without any progress for so long something is wrong.
    private static final Duration STALL = Duration.ofMinutes(2);

    private static final int PLAIN_LINE_EVERY = 12;

    private final Terminal terminal;
    private final DemoOptions options;
    private final Lifetime lifetime;

    public Demo(Terminal terminal, DemoOptions options, Lifetime lifetime) {
        this.terminal = terminal;
        this.options = options;
        this.lifetime = lifetime;
    }

    /// Runs until everything is loaded, shows it, and leaves the service running.
    ///
    /// @return the service, to wait for
    /// @throws StartideException if anything does not work as it should
    public WarehouseService run() throws IOException, InterruptedException, SQLException {
        if (options.start() == DemoOptions.Start.FRESH) {
            DemoDirectory.discard(options.folder());
        }
        DemoDirectory directory = DemoDirectory.open(options.folder());
        DevServers servers = lifetime.keep(DevServers.start(options.folder(), terminal));
        Publisher.createTopics(servers, directory.file("topics.log"));
        Session session = lifetime.keep(Session.open(settings(servers, directory), Optional.empty(), "INFO"));
        ServiceFaces faces = lifetime.keep(session.bean(ServiceFaces.class));
        faces.start();
        WarehouseService service = session.bean(WarehouseService.class);
        awaitPrepared(service);
        terminal.say("The model's tables are there. " + faces.describe());
        StatusReport loaded = publishAndLoad(session, service, servers, directory);
        new DemoSummary(terminal).show(loaded, Analyst.welcome(servers, directory.password()));
        return service;
    }

    private Map<String, Object> settings(DevServers servers, DemoDirectory directory) {
        Map<String, Object> settings = new HashMap<>(servers.settings());
        settings.put(
                "startide.model",
                ChildJvm.home()
                        .resolve(Path.of("samples", "tpch", "warehouse.yaml"))
                        .toString());
        settings.put("startide.log.file", directory.file("startide.log").toString());
        settings.putAll(options.settings());
        return settings;
    }

    private static void awaitPrepared(WarehouseService service) throws InterruptedException {
        long deadline = System.nanoTime() + STALL.toNanos();
        while (!(service.phase() instanceof Phase.Loading)) {
            requireHealthy(service, deadline);
            Thread.sleep(LOOK_EVERY);
        }
    }

    private StatusReport publishAndLoad(
            Session session, WarehouseService service, DevServers servers, DemoDirectory directory)
            throws IOException, InterruptedException {
        if (directory.hasPublished(options.scale())) {
            terminal.say("Everything of this scale was published by an earlier run; --fresh starts over.");
            return settle(session, service, Optional.empty());
        }
        HttpConfig http = session.bean(HttpConfig.class);
        String url = "http://%s:%d".formatted(http.host(), http.port());
        try (Publisher publisher = Publisher.publish(servers, url, options.scale(), directory.file("publisher.log"))) {
            StatusReport report = settle(session, service, Optional.of(publisher));
            directory.notePublished(options.scale());
            return report;
        }
    }

    private StatusReport settle(Session session, WarehouseService service, Optional<Publisher> publisher)
            throws InterruptedException {
        DemoProgress before = look(session, publisher);
        long deadline = System.nanoTime() + STALL.toNanos();
        int looks = 0;
        int settled = 0;
        while (settled < 2) {
            requireHealthy(service, deadline);
            Thread.sleep(LOOK_EVERY);
            DemoProgress now = look(session, publisher);
            show(now, looks++);
            settled = publisher.map(Publisher::isDone).orElse(true) && now.isSettled() ? settled + 1 : 0;
            if (!now.equals(before)) {
                deadline = System.nanoTime() + STALL.toNanos();
                before = now;
            }
        }
        terminal.endLine();
        return StatusReport.of(session.bean(ShowStatus.class));
    }

    private static DemoProgress look(Session session, Optional<Publisher> publisher) {
        StatusReport lanes = StatusReport.ofLanes(session.bean(ShowStatus.class).lanes());
        return new DemoProgress(
                publisher.map(Publisher::published).orElse(0L),
                publisher.map(Publisher::total).orElse(0L),
                session.bean(Arrivals.class).count(),
                lanes);
    }

    private void show(DemoProgress now, int looks) {
        if (terminal.isLive()) {
            terminal.refresh(now.line());
        } else if (looks % PLAIN_LINE_EVERY == 0) {
            terminal.say(now.line());
        }
    }

    private static void requireHealthy(WarehouseService service, long deadline) {
        service.halt().ifPresent(failure -> {
            throw failure;
        });
        if (System.nanoTime() > deadline) {
            throw StartideException.because(
                    FailureCode.SOURCE_UNAVAILABLE,
                    "Nothing has moved for %d seconds. The load: %s. The sources: %s"
                            .formatted(STALL.toSeconds(), service.phase(), service.sources()));
        }
    }
}
