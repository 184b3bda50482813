package dev.startide.app.cli;

import dev.startide.app.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Works with events that were set aside.
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Shows events that could not be loaded, and has them tried again, corrected or discarded.",
            "The process that loads does it, between two batches; if there is none, the command does."
        },
        footer = {
            "",
            "startide quarantine list --source orders --reason TYPE_MISMATCH",
            "startide quarantine show 1:4711",
            "startide quarantine retry --source orders --why \"amounts are decimals now\"",
            "startide quarantine edit 1:4711 --file corrected.json",
            "startide quarantine discard --source orders --reason PAYLOAD_UNREADABLE --why \"a load test\"",
            "",
            "Every action is kept: startide quarantine log"
        })
final class QuarantineCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private QuarantineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The command with all that it can do.
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new QuarantineCommand(terminal))
                .addSubcommand(new QuarantineListCommand(terminal))
                .addSubcommand(new QuarantineShowCommand(terminal))
                .addSubcommand(new QuarantineExportCommand(terminal))
                .addSubcommand(new QuarantineRetryCommand(terminal))
                .addSubcommand(new QuarantineEditCommand(terminal))
                .addSubcommand(new QuarantineDiscardCommand(terminal))
                .addSubcommand(new QuarantineResumeCommand(terminal))
                .addSubcommand(new QuarantineLogCommand(terminal));
    }

    /// Without a command there is only help.
    @Override
    public void run() {
        spec.commandLine().usage(terminal.answers(), terminal.ansi());
    }
}
