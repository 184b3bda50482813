package dev.startide.app.cli;

import dev.startide.app.report.HistoryReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.ShowHistory;
import dev.startide.domain.trace.MemberHistory;
import dev.startide.warehouse.star.DimensionName;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows how a member of a dimension was when.
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows how a member of a dimension was when, and which events said so.",
            "It prints attributes of the member, which may be personal data."
        })
final class HistoryCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "DIMENSION", description = "The dimension.")
    private String dimension = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "KEY",
            description = "The member's natural key, or one that it had before; parts with commas between them.")
    private @Nullable String key;

    @Option(
            names = "--durable-key",
            paramLabel = "N",
            description = "The member's durable key instead; -1 is the one that stands for 'unknown'.")
    private @Nullable Long durableKey;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--json", description = "Print the history as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = global.brief(model.settings(), servers.settings())) {
            HistoryReport report = new HistoryReport(find(session.bean(ShowHistory.class))
                    .orElseThrow(() -> new CommandFailed(
                            ExitCode.FAILED,
                            "%s has no member with %s."
                                    .formatted(dimension, key == null ? "durable key " + durableKey : "key " + key))));
            if (json) {
                terminal.answer(report.asJson());
            } else {
                report.lines().forEach(terminal::answer);
            }
            return ExitCode.OK.number();
        }
    }

    private Optional<MemberHistory> find(ShowHistory history) {
        try {
            DimensionName name = new DimensionName(dimension);
            if (key != null && durableKey == null) {
                return history.ofMember(name, key);
            }
            if (durableKey != null && key == null) {
                return history.ofMember(name, durableKey);
            }
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, wrong.getMessage() + ".", wrong);
        }
        throw new CommandFailed(ExitCode.USAGE, "Name the member by its natural key or by --durable-key.");
    }
}
