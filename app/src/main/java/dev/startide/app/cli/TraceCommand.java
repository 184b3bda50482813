package dev.startide.app.cli;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.report.RowTraceReport;
import dev.startide.app.report.TraceReport;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.inbound.ShowStatus;
import dev.startide.domain.port.inbound.TraceEvent;
import dev.startide.domain.port.inbound.TraceEvent.Depth;
import dev.startide.domain.port.inbound.TraceEvent.Target;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Leads from an event to its rows, and from a row to its events.
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Leads from an event to the rows that it became, or from a row back to its events.")
final class TraceCommand implements Callable<Integer> {

    /// An id that is used more often is no id.
    private static final int MOST_WITH_ID = 20;

    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /// One of the ways to name what is traced.
    private static final class What {

        @Parameters(
                index = "0",
                paramLabel = "LANE:POSITION",
                description = "An event, as columns _lane and _position of a row name it.")
        private @Nullable String place;

        @Option(names = "--id", paramLabel = "ID", description = "An event, by the id that its sender gave it.")
        private @Nullable String id;

        @ArgGroup(exclusive = false)
        private @Nullable OfFact fact;

        @ArgGroup(exclusive = false)
        private @Nullable OfEntity entity;
    }

    private static final class OfFact {

        @Option(names = "--fact", required = true, paramLabel = "NAME", description = "A row of this fact …")
        private String name = "";

        @Option(
                names = "--grain",
                required = true,
                paramLabel = "VALUES",
                description = "… by its grain, with commas between its parts.")
        private String grain = "";
    }

    private static final class OfEntity {

        @Option(names = "--entity", required = true, paramLabel = "NAME", description = "A row of this entity …")
        private String name = "";

        @Option(
                names = "--key",
                required = true,
                paramLabel = "VALUES",
                description = "… by its key, with commas between its parts.")
        private String key = "";
    }

    @Option(
            names = "--all",
            description = "Read the whole raw log for every event that ever spoke of the row; this may take long.")
    private boolean all;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean json;

    @Mixin
    private final GlobalOptions global = new GlobalOptions();

    TraceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Session session = global.brief(model.settings(), servers.settings())) {
            TraceEvent trace = session.bean(TraceEvent.class);
            long gone = session.bean(ShowStatus.class).log().released();
            if (gone > 0) {
                terminal.say(
                        "The raw log does not hold its first %s events any more; what is only in them cannot be traced."
                                .formatted(count(gone)));
            }
            if (what.place != null) {
                show(trace, PlaceText.read(what.place));
            } else if (what.id != null) {
                showAll(trace, what.id);
            } else {
                showRow(trace);
            }
            return ExitCode.OK.number();
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, wrong.getMessage() + ".", wrong);
        }
    }

    private void show(TraceEvent trace, LanePosition place) {
        TraceReport report = new TraceReport(trace.trace(place)
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.FAILED, "Nothing is logged at %s.".formatted(TraceReport.place(place)))));
        if (json) {
            terminal.answer(report.asJson());
        } else {
            report.lines().forEach(terminal::answer);
        }
    }

    private void showAll(TraceEvent trace, String id) {
        List<LanePosition> places = trace.withId(id, MOST_WITH_ID);
        if (places.isEmpty()) {
            throw new CommandFailed(ExitCode.FAILED, "No event with the id %s is logged.".formatted(id));
        }
        for (LanePosition place : places) {
            show(trace, place);
        }
    }

    private void showRow(TraceEvent trace) {
        Depth depth = all ? Depth.WHOLE_LOG : Depth.KNOWN;
        RowTraceReport report = new RowTraceReport(
                what.fact != null
                        ? trace.traceBack(new Target.OfFact(new FactName(what.fact.name)), what.fact.grain, depth)
                        : trace.traceBack(new Target.OfEntity(new EntityName(entity().name)), entity().key, depth));
        if (json) {
            terminal.answer(report.asJson());
        } else {
            report.lines().forEach(terminal::answer);
        }
    }

    private OfEntity entity() {
        if (what.entity == null) {
            throw new IllegalArgumentException("Name an event or a row");
        }
        return what.entity;
    }
}
