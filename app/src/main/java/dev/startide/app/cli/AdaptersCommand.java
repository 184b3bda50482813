package dev.startide.app.cli;

import dev.startide.app.report.AdapterReport;
import dev.startide.app.report.Json;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.FiniteSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says which kinds of sources can be read.
@Command(
        name = "adapters",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the kinds of sources that a model may name, with their options, those of plug-ins too.",
        footer = {"", "Examples:", "  startide adapters", "  startide adapters --plugins ./plugins --json"})
final class AdaptersCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    AdaptersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = global.brief()) {
            List<AdapterReport> adapters = Stream.concat(
                            session.beans(EventSource.class).stream().map(AdapterReport::of),
                            session.beans(FiniteSource.class).stream().map(AdapterReport::of))
                    .sorted(Comparator.comparing(AdapterReport::kind))
                    .toList();
            if (json) {
                terminal.answer(Json.array(adapters, AdapterReport::write));
            } else {
                AdapterReport.table(adapters).lines().forEach(terminal::answer);
            }
            return ExitCode.OK.number();
        }
    }
}
