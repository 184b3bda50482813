package dev.startide.domain.quarantine;

import dev.startide.domain.event.EventTime;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.SourceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which events of the quarantine are meant: those that fit everything that is said. An empty set
/// says nothing.
///
/// @param kinds kinds of events of the model; events of which none was recognised fit no kind
/// @param since last tried then or later
/// @param until last tried before
/// @param events these alone
public record QuarantineFilter(
        Set<Rejection.Reason> reasons,
        Set<SourceName> sources,
        Set<EventName> kinds,
        Instant since,
        Instant until,
        Set<LaneId> lanes,
        Set<LanePosition> events) {

    /// Everything that is in the quarantine.
    public static final QuarantineFilter ALL = new QuarantineFilter(
            Set.of(), Set.of(), Set.of(), EventTime.EARLIEST, EventTime.LATEST, Set.of(), Set.of());

    public QuarantineFilter {
        reasons = Set.copyOf(reasons);
        sources = Set.copyOf(sources);
        kinds = Set.copyOf(kinds);
        lanes = Set.copyOf(lanes);
        events = Set.copyOf(events);
    }

    /// One event alone.
    public static QuarantineFilter only(LanePosition event) {
        return new QuarantineFilter(
                Set.of(), Set.of(), Set.of(), EventTime.EARLIEST, EventTime.LATEST, Set.of(), Set.of(event));
    }

    /// Whether an event fits that was last tried at a time.
    public boolean fits(QuarantinedEvent event, Instant tried) {
        return (reasons.isEmpty() || reasons.contains(event.rejection().reason()))
                && (sources.isEmpty() || sources.contains(event.source()))
                && (kinds.isEmpty() || event.kind().filter(kinds::contains).isPresent())
                && (lanes.isEmpty() || lanes.contains(event.at().lane()))
                && (events.isEmpty() || events.contains(event.at()))
                && !tried.isBefore(since)
                && tried.isBefore(until);
    }

    /// What is said, in words that options of commands use; empty if nothing is.
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        say("event", events.stream().map(QuarantineFilter::place).collect(Collectors.toSet()), words);
        say("reason", reasons, words);
        say("source", sources, words);
        say("kind", kinds, words);
        say("lane", lanes, words);
        if (since.isAfter(EventTime.EARLIEST)) {
            words.add("since " + since);
        }
        if (until.isBefore(EventTime.LATEST)) {
            words.add("until " + until);
        }
        return String.join(", ", words);
    }

    private static String place(LanePosition at) {
        return "%d:%d".formatted(at.lane().value(), at.position());
    }

    private static void say(String what, Set<?> wanted, List<String> words) {
        if (!wanted.isEmpty()) {
            words.add(
                    wanted.stream().map(String::valueOf).sorted().collect(Collectors.joining(" or ", what + " ", "")));
        }
    }
}
