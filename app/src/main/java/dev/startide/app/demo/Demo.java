package dev.startide.app.demo;

import dev.startide.app.report.StatusReport;
import dev.startide.app.service.Lifetime;
import dev.startide.app.service.ServiceFaces;
import dev.startide.app.service.WarehouseService;
import dev.startide.app.settings.HttpConfig;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Shows the whole way of events on one machine: servers, publisher, service, warehouse, a question
/// and its answer.
///
/// Used once, by one thread. What it opens belongs to the lifetime that it is given.
public final class Demo {

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
        DemoDirectory directory = openFolder();
        DevServers servers = lifetime.keep(DevServers.start(options.folder(), terminal));
        Publisher.createTopics(servers, directory.file("topics.log"));
        Session session = lifetime.keep(Session.open(settings(servers, directory), options.config(), "INFO"));
        ServiceFaces faces = lifetime.keep(session.bean(ServiceFaces.class));
        faces.start();
        DemoWatch watch = new DemoWatch(terminal, session);
        watch.awaitPrepared();
        terminal.say("The model's tables are there. " + faces.describe());
        StatusReport loaded = publishAndLoad(session, watch, servers, directory);
        new DemoSummary(terminal).show(loaded, Analyst.welcome(servers, directory.password()));
        return session.bean(WarehouseService.class);
    }

    private DemoDirectory openFolder() throws IOException {
        boolean isFresh = options.start() == DemoOptions.Start.FRESH;
        DemoDirectory directory =
                isFresh ? DemoDirectory.openOwn(options.folder()) : DemoDirectory.open(options.folder());
        lifetime.keep(DemoLock.take(options.folder()));
        if (isFresh) {
            directory.discard();
        }
        return directory;
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

    private StatusReport publishAndLoad(Session session, DemoWatch watch, DevServers servers, DemoDirectory directory)
            throws IOException, InterruptedException {
        if (directory.hasPublished(options.scale())) {
            terminal.say("Everything of this scale was published by an earlier run; --fresh starts over.");
            return watch.awaitSettled(Optional.empty());
        }
        HttpConfig http = session.bean(HttpConfig.class);
        String url = "http://%s:%d".formatted(http.host(), http.port());
        try (Publisher publisher = Publisher.publish(servers, url, options.scale(), directory.file("publisher.log"))) {
            StatusReport report = watch.awaitSettled(Optional.of(publisher));
            directory.notePublished(options.scale());
            return report;
        }
    }
}
