package dev.startide.app.cli;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.report.ExportedEvent;
import dev.startide.app.terminal.ProgressBar;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.quarantine.QuarantineSum;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Prints events as they came.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints events of the quarantine as they came, one CloudEvent on each line, on standard output.",
            "'startide ingest --cloudevents' and HTTP take them again. What they say may hold personal data."
        })
final class QuarantineExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "9223372036854775807",
            description = "No more than so many events, the first ones.")
    private long limit;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    QuarantineExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        QuarantineFilter filter = filters.filter();
        try (Session session = global.brief(model.settings(), servers.settings())) {
            ShowQuarantine quarantine = session.bean(ShowQuarantine.class);
            long whole = Math.min(
                    limit,
                    quarantine.sums(filter).stream()
                            .mapToLong(QuarantineSum::events)
                            .sum());
            AtomicLong done = new AtomicLong();
            quarantine.export(filter, limit, found -> {
                terminal.answer(new ExportedEvent(found.event()).line());
                terminal.refresh("Exporting %s  %s of %s events"
                        .formatted(ProgressBar.of(done.incrementAndGet(), whole), count(done.get()), count(whole)));
            });
            terminal.say("Exported %s events.".formatted(count(done.get())));
            return ExitCode.OK.number();
        }
    }
}
