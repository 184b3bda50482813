package dev.startide.app.cli;

import dev.startide.app.terminal.Terminal;
import dev.startide.domain.quarantine.ActionOrder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Has events tried again.
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has events of the quarantine tried again, with the model of the process that loads. What can be loaded",
            "is, as if it had never been set aside. Exit code 4 if it was stopped before its end: what was asked",
            "for stays asked for."
        })
final class QuarantineRetryCommand implements Callable<Integer> {

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

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Why, for the record.")
    private String why = "";

    @Mixin
    private final SettleOptions settling = new SettleOptions();

    QuarantineRetryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return settling.settle(terminal, new ActionOrder.Verb.Retry(), why, filters.filterOr(all), limit);
    }
}
