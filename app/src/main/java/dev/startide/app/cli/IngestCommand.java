package dev.startide.app.cli;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.report.Json;
import dev.startide.app.service.Lifetime;
import dev.startide.app.terminal.ProgressBar;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.FiniteSource;
import dev.startide.domain.port.inbound.FiniteSource.Progress;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.warehouse.mapping.SourceName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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

    /// The kind of the adapter that reads files and standard input.
    private static final String FILES = "file";

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

    @Option(
            names = "--cloudevents",
            description = "Each line is a whole CloudEvent, as 'quarantine export' prints them.")
    private boolean cloudEvents;

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
    public Integer call() {
        requireReadable();
        try (Session session = global.brief(model.settings(), servers.settings())) {
            session.bean(ApplySchema.class).apply(ApplySchema.Replaced.REFUSED);
            Progress logged = log(session);
            LoadStep.Loaded loaded = onlyLog ? FiniteLoad.NOTHING : load(session.bean(LoadWarehouse.class));
            terminal.endLine();
            summarize(logged, loaded);
            requireAllLogged(logged);
            return ExitCode.OK.number();
        }
    }

    /// Before anything is done to the database for a name that was mistyped.
    private void requireReadable() {
        if (!file.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(file))) {
            throw new CommandFailed(
                    ExitCode.USAGE, "The file %s cannot be read. Check its name and rights.".formatted(file));
        }
    }

    private Progress log(Session session) {
        SourceName name = sourceName();
        FiniteSource.Form form = cloudEvents ? FiniteSource.Form.CLOUD_EVENTS : FiniteSource.Form.DOCUMENTS;
        return sourceOfFiles(session).readAll(name, file, form, session.bean(IngestEvents.class), this::show);
    }

    private static FiniteSource sourceOfFiles(Session session) {
        return session.beans(FiniteSource.class).stream()
                .filter(adapter -> adapter.kind().equals(FILES))
                .findFirst()
                .orElseThrow(() -> new CommandFailed(ExitCode.USAGE, "There is no adapter that reads files."));
    }

    private SourceName sourceName() {
        try {
            return new SourceName(source);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void show(Progress progress) {
        String events = count(progress.accepted());
        terminal.refresh(
                progress.size() == 0
                        ? "Logged %s events".formatted(events)
                        : "Logging %s  %s events".formatted(ProgressBar.of(progress.bytes(), progress.size()), events));
    }

    private LoadStep.Loaded load(LoadWarehouse load) {
        try (Lifetime lifetime = Lifetime.ofProcess()) {
            FiniteLoad.Result result = lifetime.keep(new FiniteLoad(
                            load, all -> terminal.refresh("Loaded %s events".formatted(count(all.events())))))
                    .run();
            if (result.isElsewhere()) {
                terminal.say("Another process holds the right to load this warehouse: what is not loaded yet waits"
                        + " for it, or for the next ingest or run.");
            }
            load.paused().forEach(source -> terminal.say(source.sentence() + "."));
            return result.loaded();
        }
    }

    private void summarize(Progress logged, LoadStep.Loaded loaded) {
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
        if (loaded.quarantined() > 0) {
            terminal.say("'startide quarantine list' says why %s events could not be loaded."
                    .formatted(count(loaded.quarantined())));
        }
    }

    private static void requireAllLogged(Progress logged) {
        if (logged.refused() > 0) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "Not logged: %s lines, because they are longer than 5 MiB or no CloudEvents where these are wanted."
                            .formatted(count(logged.refused())));
        }
    }

    private static String asJson(Progress logged, LoadStep.Loaded loaded) {
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
