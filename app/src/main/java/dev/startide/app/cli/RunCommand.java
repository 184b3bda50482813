package dev.startide.app.cli;

import dev.startide.app.demo.DevServers;
import dev.startide.app.service.Lifetime;
import dev.startide.app.service.ServiceFaces;
import dev.startide.app.service.WarehouseService;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Mixin
    private final FaceOptions faces = new FaceOptions();

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
        try (Lifetime lifetime = Lifetime.ofProcess()) {
            Map<String, Object> found = embedded ? startServers(lifetime) : Map.of();
            Session session = lifetime.keep(global.lasting(
                    model.settings(), servers.ofEnvironment(), found, servers.ofFlags(), faces.settings()));
            ServiceFaces service = lifetime.keep(session.bean(ServiceFaces.class));
            service.start();
            terminal.say(service.describe());
            Optional<StartideException> halt =
                    session.bean(WarehouseService.class).awaitEnd();
            if (halt.isPresent()) {
                throw halt.get();
            }
            return ExitCode.OK.number();
        }
    }

    private Map<String, Object> startServers(Lifetime lifetime) throws IOException {
        DevServers started = lifetime.keep(DevServers.start(data, terminal));
        terminal.say(started.describe());
        return started.settings();
    }
}
