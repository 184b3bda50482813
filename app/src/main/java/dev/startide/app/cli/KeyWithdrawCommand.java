package dev.startide.app.cli;

import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.access.SenderName;
import dev.startide.domain.port.inbound.IssueKeys;
import dev.startide.domain.port.inbound.IssueKeys.Which;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes keys back.
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes the keys of a sender invalid. Services that run notice within a second.")
final class KeyWithdrawCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "SENDER", description = "What the sender is called.")
    private String sender = "";

    @Option(names = "--older", description = "Leave the latest key valid: the end of an exchange.")
    private boolean older;

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    KeyWithdrawCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!SenderName.isValid(sender)) {
            throw new CommandFailed(ExitCode.USAGE, "%s is no name of a sender.".formatted(sender));
        }
        try (Session session = global.brief(keys.settings())) {
            int withdrawn = session.bean(IssueKeys.class)
                    .withdraw(new SenderName(sender), older ? Which.OLDER : Which.ALL)
                    .size();
            terminal.say(withdrawn == 1 ? "1 key withdrawn." : "%d keys withdrawn.".formatted(withdrawn));
            return ExitCode.OK.number();
        }
    }
}
