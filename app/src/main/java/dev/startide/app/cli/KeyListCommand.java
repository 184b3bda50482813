package dev.startide.app.cli;

import dev.startide.app.report.KeyReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.IssueKeys;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows who has keys.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows who has keys, since when and for which sources; never a key.")
final class KeyListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    KeyListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = global.brief(keys.settings())) {
            KeyReport report = new KeyReport(session.bean(IssueKeys.class).keys());
            if (json) {
                terminal.answer(report.asJson());
            } else {
                report.lines().forEach(terminal::answer);
            }
            return ExitCode.OK.number();
        }
    }
}
