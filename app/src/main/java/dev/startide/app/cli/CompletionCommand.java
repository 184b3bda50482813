package dev.startide.app.cli;

import dev.startide.app.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Lets shells complete commands and options.
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints a script by which bash and zsh complete the commands and options of startide.",
        footer = {
            "",
            "Examples:",
            "  source <(startide completion)            # this shell, bash or zsh",
            "  startide completion > ~/.local/share/bash-completion/completions/startide"
        })
final class CompletionCommand implements Callable<Integer> {

    private final Terminal terminal;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine whole = StartideCommand.commandLine(terminal);
        terminal.answer(AutoComplete.bash("startide", whole).stripTrailing());
        return ExitCode.OK.number();
    }
}
