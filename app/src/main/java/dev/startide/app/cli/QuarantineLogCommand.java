package dev.startide.app.cli;

import dev.startide.app.report.ActionReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.ShowQuarantine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows what was done with the quarantine.
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows what was done with events of the quarantine: by whom, when, why, and what came of it.")
final class QuarantineLogCommand implements Callable<Integer> {

    private static final int MOST = 10_000;

    private final Terminal terminal;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many actions to show, the latest ones, at most 10000. Default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean json;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    QuarantineLogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new CommandFailed(ExitCode.USAGE, "--limit must be 1 to %d, not %d.".formatted(MOST, limit));
        }
        try (Session session = global.brief(model.settings(), servers.settings())) {
            ActionReport report =
                    new ActionReport(session.bean(ShowQuarantine.class).actions(limit));
            if (json) {
                terminal.answer(report.asJson());
            } else {
                report.lines().forEach(terminal::answer);
            }
            return ExitCode.OK.number();
        }
    }
}
