package dev.startide.app.cli;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.report.Json;
import dev.startide.app.service.Lifetime;
import dev.startide.app.terminal.ProgressBar;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.event.EventTime;
import dev.startide.domain.port.inbound.ReplayEvents;
import dev.startide.domain.port.inbound.ShowStatus;
import dev.startide.domain.replay.ReplayOrder;
import dev.startide.domain.replay.ReplayProgress;
import dev.startide.warehouse.mapping.EventName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Loads a part of the raw log again.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads a part of the raw log again, and loads it once more. What is in the warehouse changes nothing;",
            "what was quarantined or ignored, and can be loaded now, is. Exit code 4 if it was stopped before its end."
        })
final class ReplayCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Events that arrived then or later, as 2026-03-15 or 2026-03-15T12:00:00Z (UTC).")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Events that arrived before.")
    private @Nullable String until;

    @Option(names = "--event", paramLabel = "NAME", description = "Only this kind of event; may be repeated.")
    private List<String> events = new ArrayList<>();

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReplayOrder order = new ReplayOrder(
                TimeOption.read("--since", since, EventTime.EARLIEST),
                TimeOption.read("--until", until, EventTime.LATEST),
                names());
        try (Session session = global.brief(model.settings(), servers.settings());
                Lifetime lifetime = Lifetime.ofProcess()) {
            ReplayRun run = lifetime.keep(new ReplayRun(session.bean(ReplayEvents.class), this::show));
            ReplayProgress result = run.run(order);
            terminal.endLine();
            long gone = session.bean(ShowStatus.class).log().released();
            if (gone > 0) {
                terminal.say("The raw log does not hold its first %s events any more; these were not replayed."
                        .formatted(count(gone)));
            }
            return summarize(result).number();
        }
    }

    private void show(ReplayProgress progress) {
        terminal.refresh("Replaying %s  %s of %s events"
                .formatted(
                        ProgressBar.of(progress.done(), progress.whole()),
                        count(progress.done()),
                        count(progress.whole())));
    }

    private ExitCode summarize(ReplayProgress result) {
        if (json) {
            terminal.answer(Json.object(result, (fields, progress) -> {
                fields.writeNumberField("looked_at", progress.done());
                fields.writeNumberField("replayed", progress.replayed());
                fields.writeNumberField("recovered", progress.recovered());
                fields.writeNumberField("refused", progress.refused());
                fields.writeNumberField("rows", progress.rows());
                fields.writeBooleanField("complete", progress.isDone());
            }));
        }
        terminal.say("Replayed %s of %s events into %s rows: %s were not loaded before, %s cannot be loaded."
                .formatted(
                        count(result.replayed()),
                        count(result.whole()),
                        count(result.rows()),
                        count(result.recovered()),
                        count(result.refused())));
        if (!result.isDone()) {
            terminal.say("Stopped before the end; run it again, which changes nothing of what was done.");
        }
        return result.isDone() ? ExitCode.OK : ExitCode.CHANGES_PENDING;
    }

    private Set<EventName> names() {
        try {
            return events.stream().map(EventName::new).collect(Collectors.toSet());
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
