package dev.startide.app.cli;

import dev.startide.app.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Gives keys to those who send events over HTTP.
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Makes, lists and withdraws the keys of those who send events over HTTP.",
            "Once there is a file of keys, a service that knows it takes events from nobody else."
        },
        footer = {
            "",
            "startide key add shop --source orders --rate 500 --keys keys.txt",
            "startide key list --json",
            "startide key withdraw shop --older",
            "",
            "To exchange a key: add a second one, change the sender over to it, withdraw the older one.",
            "A service notices within a second."
        })
final class KeyCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private KeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The command with all that it can do.
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new KeyCommand(terminal))
                .addSubcommand(new KeyAddCommand(terminal))
                .addSubcommand(new KeyListCommand(terminal))
                .addSubcommand(new KeyWithdrawCommand(terminal));
    }

    /// Without a command there is only help.
    @Override
    public void run() {
        spec.commandLine().usage(terminal.answers(), terminal.ansi());
    }
}
