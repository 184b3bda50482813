package dev.startide.app.cli;

import dev.startide.app.terminal.Terminal;
import dev.startide.domain.quarantine.ActionOrder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Has events counted as ignored.
@Command(
        name = "discard",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes events out of the quarantine that are not meant for the warehouse: they count as ignored, by the",
            "rule 'discarded', and a rebuild leaves them out as well. They stay in the raw log."
        })
final class QuarantineDiscardCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(names = "--all", description = "Everything that is in the quarantine.")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "9223372036854775807",
            description = "No more than so many events, the first ones.")
    private long limit;

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, for the record.")
    private String why = "";

    @Mixin
    private final SettleOptions settling = new SettleOptions();

    QuarantineDiscardCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (why.isBlank()) {
            throw new CommandFailed(ExitCode.USAGE, "Say why the events are discarded, with --why.");
        }
        return settling.settle(terminal, new ActionOrder.Verb.Discard(), why, filters.filterOr(all), limit);
    }
}
