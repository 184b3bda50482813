package dev.startide.app.cli;

import dev.startide.app.report.QuarantinedReport;
import dev.startide.app.report.TraceReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.inbound.ShowQuarantine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows one event with what it says.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows one event: why it was set aside, what was done with it, its headers and what it says.",
            "What it says may hold personal data."
        })
final class QuarantineShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "LANE:POSITION", description = "The event, as 'quarantine list' names it.")
    private String place = "";

    @Option(
            names = "--bytes",
            paramLabel = "N",
            defaultValue = "4096",
            description = "How much of what it says to show. Default: ${DEFAULT-VALUE}")
    private int bytes;

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean json;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    QuarantineShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LanePosition at = QuarantineListCommand.place(place);
        if (bytes < 0) {
            throw new CommandFailed(ExitCode.USAGE, "--bytes must not be negative, is %d.".formatted(bytes));
        }
        try (Session session = global.brief(model.settings(), servers.settings())) {
            QuarantinedReport report = new QuarantinedReport(
                    session.bean(ShowQuarantine.class)
                            .show(at)
                            .orElseThrow(() -> new CommandFailed(
                                    ExitCode.FAILED, "Nothing is logged at %s.".formatted(TraceReport.place(at)))),
                    bytes);
            if (json) {
                terminal.answer(report.asJson());
            } else {
                report.lines().forEach(terminal::answer);
            }
            return ExitCode.OK.number();
        }
    }
}
