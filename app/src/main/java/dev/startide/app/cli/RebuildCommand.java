package dev.startide.app.cli;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.report.Json;
import dev.startide.app.report.RebuildReport;
import dev.startide.app.service.Lifetime;
import dev.startide.app.terminal.ProgressBar;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.port.inbound.RebuildTables;
import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildStanding;
import dev.startide.domain.rebuild.RebuildStep;
import dev.startide.domain.rebuild.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Builds tables anew from the raw log.
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Builds tables anew from the raw log, beside the live ones, while loading goes on;",
            "compares both, and lets the rebuilt ones take their place if they are the same.",
            "Exit code 4 if it was stopped before its end, 5 if they differ. Without arguments it tells how far it is."
        })
final class RebuildCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ArgGroup(multiplicity = "0..1")
    private @Nullable What what;

    /// What is to be done: one of these.
    static final class What {

        @Option(names = "--all", description = "Rebuild all tables, and account for every event anew.")
        private boolean all;

        @Parameters(
                paramLabel = "TABLE",
                arity = "1..*",
                description = "Rebuild these tables, such as sale or star.customer, and what depends on them.")
        private List<String> tables = new ArrayList<>();

        @Option(names = "--resume", description = "Go on with a rebuild that was paused, or whose process has died.")
        private boolean resume;

        @Option(names = "--pause", description = "Ask the process that rebuilds to stop after its batch.")
        private boolean pause;

        @Option(names = "--discard", description = "Give a rebuild up. What is live is not touched.")
        private boolean discard;

        @Option(names = "--confirm", description = "Drop the tables that were live before the last rebuild.")
        private boolean confirm;

        @Option(names = "--revert", description = "Put the tables back that were live before the last rebuild.")
        private boolean revert;
    }

    @Option(
            names = "--from-what-is-left",
            description = {
                "Begin although the raw log does not hold every event any more (startide.raw.retention);",
                "what is gone counts as ignored, so that rebuilt differs from live."
            })
    private boolean fromWhatIsLeft;

    @Option(names = "--accept", description = "Swap even if what was rebuilt differs from what is live.")
    private boolean accept;

    @Option(names = "--json", description = "Print the comparison as JSON.")
    private boolean json;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    RebuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = global.brief(model.settings(), servers.settings())) {
            return act(session.bean(RebuildTables.class)).number();
        }
    }

    private ExitCode act(RebuildTables rebuild) {
        if (what == null) {
            return tell(rebuild.standing());
        }
        if (what.pause) {
            rebuild.pause();
            return said("The process that rebuilds stops after its batch. Go on by 'startide rebuild --resume'.");
        }
        if (what.discard) {
            rebuild.discard();
            return said("There are no tables beside the live ones any more.");
        }
        if (what.confirm) {
            rebuild.confirm();
            return said("The former tables are gone.");
        }
        if (what.revert) {
            rebuild.revert();
            return said("The former tables are live again. Start Startide with the model that they are of;"
                    + " what was loaded since is loaded again.");
        }
        if (what.resume) {
            rebuild.resume();
        } else {
            Wish wish = what.all ? new Wish.Everything() : new Wish.Tables(what.tables);
            var _ = fromWhatIsLeft ? rebuild.beginWithWhatIsLeft(wish) : rebuild.begin(wish);
        }
        return run(rebuild);
    }

    private ExitCode run(RebuildTables rebuild) {
        try (Lifetime lifetime = Lifetime.ofProcess()) {
            RebuildRun.Result result = lifetime.keep(new RebuildRun(rebuild, this::show))
                    .run(accept ? OnDifference.SWAP : OnDifference.KEEP_LIVE);
            terminal.endLine();
            return switch (result) {
                case RebuildRun.Result.Finished(var outcome) -> report(new RebuildReport(outcome));
                case RebuildRun.Result.Stopped() -> {
                    terminal.say("Paused. Go on by 'startide rebuild --resume'.");
                    yield ExitCode.CHANGES_PENDING;
                }
                case RebuildRun.Result.Elsewhere() -> {
                    terminal.say("Another process rebuilds this warehouse.");
                    yield ExitCode.CONFLICT;
                }
            };
        }
    }

    private void show(RebuildStep.Loaded step) {
        terminal.refresh("Rebuilding %s  %s of %s events"
                .formatted(ProgressBar.of(step.done(), step.whole()), count(step.done()), count(step.whole())));
    }

    private ExitCode report(RebuildReport report) {
        if (json) {
            terminal.answer(report.asJson());
        } else {
            report.lines().forEach(terminal::answer);
        }
        terminal.say(report.conclusion());
        return report.isSwapped() ? ExitCode.OK : ExitCode.CHECKS_FAILED;
    }

    private ExitCode tell(RebuildStanding standing) {
        String sentence = switch (standing) {
            case RebuildStanding.None() ->
                "Nothing is being rebuilt. Begin by 'startide rebuild --all', or name tables.";
            case RebuildStanding.Building(var scope) ->
                "A rebuild of %d tables is under way. Go on by 'startide rebuild --resume', give it up by 'startide rebuild --discard'."
                        .formatted(scope.tables().size());
            case RebuildStanding.Swapped(var scope) ->
                "%d rebuilt tables are live, and the former ones are kept. 'startide rebuild --confirm' drops these, 'startide rebuild --revert' puts them back."
                        .formatted(scope.tables().size());
        };
        if (json) {
            terminal.answer(Json.object(
                    standing,
                    (fields, found) ->
                            fields.writeStringField("standing", found.getClass().getSimpleName())));
        }
        return said(sentence);
    }

    private ExitCode said(String sentence) {
        terminal.say(sentence);
        return ExitCode.OK;
    }
}
