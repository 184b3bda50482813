package dev.startide.app.cli;

import dev.startide.app.demo.DevServers;
import dev.startide.app.service.ServiceFaces;
import dev.startide.app.service.WarehouseService;
import dev.startide.app.settings.HttpConfig;
import dev.startide.app.settings.ManagementConfig;
import dev.startide.app.terminal.Terminal;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Keeps a warehouse up to date until told to stop.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes events from the model's sources and loads them, until it is told to stop.",
            "Starts even if the database or the broker does not answer, and tries again until they do."
        })
final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--port", paramLabel = "N", description = "Take events over HTTP at this port. Default: 8090")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Listen at this address. Default: 127.0.0.1")
    private @Nullable String host;

    @Option(
            names = "--management-port",
            paramLabel = "N",
            description = "Tell health and metrics at this port. Default: 8091")
    private @Nullable Integer managementPort;

    @Option(names = "--embedded", description = "Start a PostgreSQL and a Pulsar for this run, as the demo does.")
    private boolean embedded;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".startide/data",
            description = "Where embedded servers keep their data. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".startide", "data");

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return embedded ? runEmbedded() : run(Map.of(), () -> {});
    }

    private int runEmbedded() throws IOException, InterruptedException {
        DevServers started = DevServers.start(data, terminal);
        try (started) {
            return run(started.settings(), started::close);
        }
    }

    private int run(Map<String, Object> ofServers, Runnable afterwards) throws InterruptedException {
        Map<String, Object> faces = settings();
        try (Session session = Session.lasting(global, model.settings(), ofServers, servers.settings(), faces)) {
            ServiceFaces service = session.bean(ServiceFaces.class);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("startide-stop").unstarted(() -> {
                        service.close();
                        afterwards.run();
                    }));
            service.start();
            announce(session);
            Optional<StartideException> halt =
                    session.bean(WarehouseService.class).awaitEnd();
            service.close();
            return halt.map(failure -> FailureReport.exitCodeOf(failure.code()))
                    .orElse(ExitCode.OK)
                    .number();
        }
    }

    private void announce(Session session) {
        HttpConfig http = session.bean(HttpConfig.class);
        int management = session.bean(ManagementConfig.class).port();
        terminal.say("Takes events at http://%s:%d; tells how it is doing at http://%s:%d/health/readiness"
                .formatted(http.host(), http.port(), http.host(), management));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        put(settings, "startide.server.port", port);
        put(settings, "startide.server.host", host);
        put(settings, "startide.management.port", managementPort);
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
