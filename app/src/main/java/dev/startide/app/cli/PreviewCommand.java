package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.report.PreviewReport;
import dev.startide.app.service.Lifetime;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.ModelReader;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.TestModel;
import dev.startide.domain.trial.Preview;
import dev.startide.domain.trial.TrialModel;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.expectation.GivenEvent;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.validation.Suggestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what events would become.
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows which rows the events of a file would become in an empty warehouse, and writes nothing to yours.",
            "It starts a PostgreSQL for itself, unless --database-url names an empty database."
        },
        footer = {"", "Example:", "  startide preview --source shop events.ndjson"})
final class PreviewCommand implements Callable<Integer> {

    private static final int MOST_EVENTS = 1_000;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A file with one JSON document per line; its first 1000 are read.")
    private Path file = Path.of("");

    @Option(names = "--source", required = true, paramLabel = "NAME", description = "The source of the model.")
    private String source = "";

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--json", description = "Print the rows as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    PreviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        WarehouseModel warehouse = read();
        SourceName from = sourceOf(warehouse);
        List<GivenEvent> events = events(from);
        try (Lifetime lifetime = Lifetime.ofProcess();
                Session session = lifetime.keep(global.briefFor(
                        TrialModel.of(warehouse),
                        model.settings(),
                        servers.ofEnvironment(),
                        ScratchDatabase.settings(servers, lifetime, terminal)))) {
            TestModel runner = session.bean(TestModel.class);
            runner.begin();
            Preview preview = runner.preview(events);
            runner.end();
            terminal.endLine();
            if (json) {
                terminal.answer(PreviewReport.asJson(preview));
            } else {
                PreviewReport.lines(preview).forEach(terminal::answer);
            }
            terminal.say("%d events, none of them written to your warehouse.".formatted(events.size()));
            return ExitCode.OK.number();
        }
    }

    private WarehouseModel read() {
        try (Session session = global.brief(model.settings())) {
            return session.bean(ModelReader.class).readValid().model();
        }
    }

    private SourceName sourceOf(WarehouseModel warehouse) {
        List<String> known =
                warehouse.sources().stream().map(found -> found.name().value()).toList();
        if (!known.contains(source)) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "There is no source '%s'. %s"
                            .formatted(source, Suggestion.sentence(source, known, "The model has none.")));
        }
        return new SourceName(source);
    }

    private List<GivenEvent> events(SourceName from) throws IOException {
        List<GivenEvent> events = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
            String line = lines.readLine();
            while (line != null && events.size() < MOST_EVENTS) {
                if (!line.isBlank()) {
                    events.add(new GivenEvent.OfSource(from, line));
                }
                line = lines.readLine();
            }
        }
        return events;
    }
}
