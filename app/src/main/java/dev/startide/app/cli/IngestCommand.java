package dev.startide.app.cli;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.ingest.LineIngest;
import dev.startide.app.ingest.LineTotals;
import dev.startide.app.report.Json;
import dev.startide.app.terminal.ProgressBar;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.warehouse.mapping.SourceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Logs a file of events, and loads it.
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Logs a file with one JSON document per line as events of a source, and loads them.",
            "A file that was logged before goes on after its last line."
        })
final class IngestCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Terminal terminal;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--source", required = true, paramLabel = "NAME", description = "The source of the model.")
    private String source = "";

    @Option(names = "--no-load", description = "Only log the events; a running service loads them.")
    private boolean onlyLog;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Parameters(paramLabel = "FILE|-", description = "The file, or - for standard input.")
    private String file = "";

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    IngestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        requireReadable();
        try (Session session = global.brief(model.settings(), servers.settings())) {
            session.bean(ApplySchema.class).apply();
            LineTotals logged = log(session);
            LoadStep.Loaded loaded = onlyLog ? NOTHING : load(session.bean(LoadWarehouse.class));
            terminal.endLine();
            summarize(logged, loaded);
            return ExitCode.OK.number();
        }
    }

    private static final LoadStep.Loaded NOTHING = new LoadStep.Loaded(0, 0, 0, 0, 0);

    private void requireReadable() {
        if (!file.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(file))) {
            throw new CommandFailed(
                    ExitCode.USAGE, "The file %s cannot be read. Check its name and rights.".formatted(file));
        }
    }

    private LineTotals log(Session session) throws IOException {
        long size = file.equals(STANDARD_INPUT) ? 0 : Files.size(Path.of(file));
        LineIngest ingest =
                new LineIngest(session.bean(IngestEvents.class), session.bean(InstantSource.class), progress(size));
        SourceName name = sourceName();
        return file.equals(STANDARD_INPUT)
                ? ingest.stream(name, new LaneName("stdin"), System.in)
                : ingest.file(
                        name,
                        new LaneName(Path.of(file).toRealPath().toString()),
                        () -> Files.newInputStream(Path.of(file)));
    }

    private SourceName sourceName() {
        try {
            return new SourceName(source);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Consumer<LineTotals> progress(long size) {
        return totals -> terminal.refresh(
                size == 0
                        ? "Logged %s events".formatted(count(totals.accepted()))
                        : "Logging %s  %s events"
                                .formatted(ProgressBar.of(totals.bytes(), size), count(totals.accepted())));
    }

    private LoadStep.Loaded load(LoadWarehouse load) {
        LoadStep.Loaded all = NOTHING;
        try {
            LoadStep step = load.loadNext();
            while (step instanceof LoadStep.Loaded more) {
                all = all.plus(more);
                terminal.refresh("Loaded %s events".formatted(count(all.events())));
                step = load.loadNext();
            }
            if (step instanceof LoadStep.StandingBy) {
                terminal.say("Another process loads this warehouse; it loads these events, too.");
            }
            return all;
        } finally {
            load.release();
        }
    }

    private void summarize(LineTotals logged, LoadStep.Loaded loaded) {
        if (json) {
            terminal.answer(asJson(logged, loaded));
        } else {
            terminal.say("Logged %s events (%s known already, %s logged by an earlier run)."
                    .formatted(count(logged.accepted()), count(logged.duplicates()), count(logged.passed())));
            terminal.say("Loaded %s events into %s rows; %s quarantined, %s ignored."
                    .formatted(
                            count(loaded.loaded()),
                            count(loaded.rows()),
                            count(loaded.quarantined()),
                            count(loaded.ignored())));
        }
        if (logged.refused() > 0) {
            terminal.say("%s lines are too long and were not logged; an event has at most 5 MiB."
                    .formatted(count(logged.refused())));
        }
        if (loaded.quarantined() > 0) {
            terminal.say("The table startide.quarantine says why %s events could not be loaded."
                    .formatted(count(loaded.quarantined())));
        }
    }

    private static String asJson(LineTotals logged, LoadStep.Loaded loaded) {
        return Json.object(logged, (json, totals) -> {
            json.writeNumberField("accepted", totals.accepted());
            json.writeNumberField("duplicates", totals.duplicates());
            json.writeNumberField("conflicting", totals.conflicting());
            json.writeNumberField("passed", totals.passed());
            json.writeNumberField("refused", totals.refused());
            json.writeNumberField("loaded", loaded.loaded());
            json.writeNumberField("quarantined", loaded.quarantined());
            json.writeNumberField("ignored", loaded.ignored());
            json.writeNumberField("rows", loaded.rows());
        });
    }
}
