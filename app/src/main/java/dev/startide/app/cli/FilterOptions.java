package dev.startide.app.cli;

import dev.startide.domain.event.EventTime;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.SourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which events of the quarantine are meant.
final class FilterOptions {

    @Parameters(arity = "0..*", paramLabel = "LANE:POSITION", description = "These events alone.")
    private List<String> places = new ArrayList<>();

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "Set aside for this reason; may be repeated. One of: ${COMPLETION-CANDIDATES}.")
    private List<Reason> reasons = new ArrayList<>();

    @Option(names = "--source", paramLabel = "NAME", description = "Of this source; may be repeated.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--event",
            paramLabel = "NAME",
            description = "Of this kind of event of the model, where that was recognised; may be repeated.")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--lane", paramLabel = "N", description = "In this lane; may be repeated.")
    private List<Integer> lanes = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Last tried then or later, as 2026-03-15 or 2026-03-15T12:00:00Z (UTC).")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Last tried before.")
    private @Nullable String until;

    QuarantineFilter filter() {
        try {
            return new QuarantineFilter(
                    Set.copyOf(reasons),
                    values(sources, SourceName::new),
                    values(kinds, EventName::new),
                    TimeOption.read("--since", since, EventTime.EARLIEST),
                    TimeOption.read("--until", until, EventTime.LATEST),
                    values(lanes, LaneId::new),
                    values(places, PlaceText::read));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, wrong.getMessage() + ".", wrong);
        }
    }

    /// The same, if it says anything or everything is meant expressly.
    QuarantineFilter filterOr(boolean everything) {
        QuarantineFilter filter = filter();
        boolean saysNothing = filter.toString().isEmpty();
        if (saysNothing != everything) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    saysNothing
                            ? "Say which events are meant, or --all."
                            : "Say which events are meant, or --all; not both.");
        }
        return filter;
    }

    private static <F, T> Set<T> values(List<F> given, Function<F, T> value) {
        return given.stream().map(value).collect(Collectors.toSet());
    }
}
