package dev.startide.app.cli;

import dev.startide.app.report.ActionReport;
import dev.startide.app.service.Lifetime;
import dev.startide.app.terminal.ProgressBar;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.port.inbound.SettleQuarantine;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.quarantine.QuarantineSum;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What all commands share that have something done with events of the quarantine.
final class SettleOptions {

    @Option(names = "--dry-run", description = "Only say how many events are meant.")
    private boolean dryRun;

    @Option(
            names = "--no-wait",
            description = "Return when it is kept what is to be done, and leave it to the process that loads.")
    private boolean noWait;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who wants it, for the record. Default: the user of this machine.")
    private @Nullable String by;

    @Option(names = "--json", description = "Print what came of it as JSON.")
    private boolean json;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    /// Has something done, and waits for it.
    ///
    /// @param limit no more than so many events
    int settle(Terminal terminal, ActionOrder.Verb verb, String why, QuarantineFilter filter, long limit) {
        ActionOrder order =
                new ActionOrder(verb, by == null ? System.getProperty("user.name", "") : by, why, "" + filter);
        try (Session session = global.brief(model.settings(), servers.settings());
                Lifetime lifetime = Lifetime.ofProcess()) {
            if (dryRun) {
                return countOnly(terminal, session.bean(ShowQuarantine.class).sums(filter), limit);
            }
            SettleRun run = lifetime.keep(new SettleRun(
                    session.bean(SettleQuarantine.class),
                    session.bean(ShowQuarantine.class),
                    session.bean(LoadWarehouse.class),
                    action -> show(terminal, action)));
            QuarantineAction action = run.ask(
                    order,
                    filter,
                    limit,
                    count -> terminal.refresh("Gathered %s events".formatted(ProgressBar.count(count))));
            return summarize(terminal, noWait ? action : run.await(action)).number();
        }
    }

    private int countOnly(Terminal terminal, List<QuarantineSum> sums, long limit) {
        long events =
                Math.min(limit, sums.stream().mapToLong(QuarantineSum::events).sum());
        if (json) {
            terminal.answer("{\"events\":%d}".formatted(events));
        } else {
            terminal.answer("%s events are meant; nothing was done.".formatted(ProgressBar.count(events)));
        }
        return ExitCode.OK.number();
    }

    private static void show(Terminal terminal, QuarantineAction action) {
        terminal.refresh("Trying again %s  %s of %s events"
                .formatted(
                        ProgressBar.of(
                                action.outcomes().done(), action.outcomes().events()),
                        ProgressBar.count(action.outcomes().done()),
                        ProgressBar.count(action.outcomes().events())));
    }

    private ExitCode summarize(Terminal terminal, QuarantineAction action) {
        terminal.endLine();
        if (json) {
            terminal.answer(ActionReport.asJson(action));
        }
        terminal.say(ActionReport.sentence(action));
        return action.outcomes().waiting() == 0 || noWait ? ExitCode.OK : ExitCode.CHANGES_PENDING;
    }
}
