package dev.startide.app.cli;

import dev.startide.app.report.QuarantineReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.quarantine.QuarantineFilter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows what is in the quarantine.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Shows how many events are in the quarantine and why, and the first of them; never what they say.")
final class QuarantineListCommand implements Callable<Integer> {

    /// What a terminal shows at once, and what a script may hold in memory.
    private static final int MOST = 10_000;

    private final Terminal terminal;

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many events to show, at most 10000. Default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(
            names = "--after",
            paramLabel = "LANE:POSITION",
            description = "Go on after this event: the last one that was shown before.")
    private @Nullable String after;

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean json;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    QuarantineListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        QuarantineFilter filter = filters.filter();
        LanePosition from = after == null ? ShowQuarantine.START : place(after);
        if (limit < 1 || limit > MOST) {
            throw new CommandFailed(ExitCode.USAGE, "--limit must be 1 to %d, not %d.".formatted(MOST, limit));
        }
        try (Session session = global.brief(model.settings(), servers.settings())) {
            ShowQuarantine quarantine = session.bean(ShowQuarantine.class);
            QuarantineReport report =
                    new QuarantineReport(quarantine.sums(filter), quarantine.page(filter, from, limit), limit);
            if (json) {
                terminal.answer(report.asJson());
            } else {
                report.lines().forEach(terminal::answer);
            }
            return ExitCode.OK.number();
        }
    }

    static LanePosition place(String text) {
        try {
            return PlaceText.read(text);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, wrong.getMessage() + ".", wrong);
        }
    }
}
