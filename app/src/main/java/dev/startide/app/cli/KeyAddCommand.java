package dev.startide.app.cli;

import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderName;
import dev.startide.domain.access.SenderRate;
import dev.startide.domain.access.SenderScope;
import dev.startide.domain.port.inbound.IssueKeys;
import dev.startide.warehouse.mapping.SourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a key.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a key and prints it: once, because only its hash is kept.",
            "A sender may have two keys, so that one can be exchanged for the other."
        })
final class KeyAddCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "SENDER", description = "What the sender is called, such as shop.")
    private String sender = "";

    @ArgGroup(multiplicity = "1")
    private Scope scope = new Scope();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Most events in a second. Without this, what startide.http.rate says.")
    private @Nullable Integer rate;

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    /// Which sources.
    static final class Scope {

        @Option(
                names = "--source",
                paramLabel = "NAME",
                description = "A source that the sender may send to. Give it again for another.")
        private List<String> sources = new ArrayList<>();

        @Option(names = "--all-sources", description = "The sender may send to every source.")
        private boolean all;
    }

    KeyAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Sender named = sender();
        try (Session session = global.brief(keys.settings())) {
            terminal.answer(session.bean(IssueKeys.class).issue(named));
            terminal.say(
                    "This is the only time that the key is shown. The sender shows it as: Authorization: Bearer KEY");
            return ExitCode.OK.number();
        }
    }

    private Sender sender() {
        try {
            SenderScope where = scope.all
                    ? new SenderScope.AllSources()
                    : new SenderScope.Only(
                            scope.sources.stream().map(SourceName::new).collect(Collectors.toSet()));
            return new Sender(
                    new SenderName(sender), where, rate == null ? new SenderRate.Usual() : new SenderRate.Most(rate));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
