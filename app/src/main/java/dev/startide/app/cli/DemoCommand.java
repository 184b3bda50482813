package dev.startide.app.cli;

import dev.startide.app.demo.Demo;
import dev.startide.app.demo.DemoOptions;
import dev.startide.app.service.Lifetime;
import dev.startide.app.service.WarehouseService;
import dev.startide.app.terminal.Terminal;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows everything on servers of its own.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts a PostgreSQL and a Pulsar, publishes the events of a trading company, loads them into a star",
            "schema, asks it a question, and keeps serving until Ctrl-C. Running it again goes on with the same data."
        })
final class DemoCommand implements Callable<Integer> {

    private static final double MOST = 1;

    private final Terminal terminal;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            defaultValue = "0.01",
            description =
                    "How much to publish: 0.01 is about 15,000 orders with 60,000 lines. Default: ${DEFAULT-VALUE}")
    private double scale;

    @Option(names = "--exit", description = "End after the load, with exit code 0 if every event is accounted for.")
    private boolean exit;

    @Option(names = "--fresh", description = "Delete the data of earlier runs first.")
    private boolean fresh;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".startide/demo",
            description = "Where to keep the data. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".startide", "demo");

    @Mixin
    private final FaceOptions faces = new FaceOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (!(scale > 0 && scale <= MOST)) {
            throw new CommandFailed(ExitCode.USAGE, "--scale is above 0 and at most 1, not %s.".formatted(scale));
        }
        DemoOptions options = new DemoOptions(
                scale,
                data,
                fresh ? DemoOptions.Start.FRESH : DemoOptions.Start.CONTINUE,
                global.config(),
                global.together(faces.settings()));
        try (Lifetime lifetime = Lifetime.ofProcess()) {
            WarehouseService service = new Demo(terminal, options, lifetime).run();
            return exit ? ExitCode.OK.number() : serve(service);
        } catch (DirectoryNotEmptyException foreign) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "%s was not made by the demo, so --fresh does not delete it. Name another folder with --data."
                            .formatted(data),
                    foreign);
        }
    }

    private int serve(WarehouseService service) throws InterruptedException {
        terminal.say("");
        terminal.say("Serving until Ctrl-C.");
        Optional<StartideException> halt = service.awaitEnd();
        if (halt.isPresent()) {
            throw halt.get();
        }
        return ExitCode.OK.number();
    }
}
