package dev.startide.app.cli;

import dev.startide.app.report.StatusReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.port.inbound.ShowStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells how far everything has come.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows what was received and what became of it, lane by lane, and how many rows there are.")
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--json", description = "Print the status as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = global.brief(model.settings(), servers.settings())) {
            StatusReport report = StatusReport.of(session.bean(ShowStatus.class), session.bean(ShowQuarantine.class));
            if (json) {
                terminal.answer(report.asJson());
            } else {
                report.lines().forEach(terminal::answer);
            }
            return ExitCode.OK.number();
        }
    }
}
