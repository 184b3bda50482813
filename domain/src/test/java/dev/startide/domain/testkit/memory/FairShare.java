package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LoggedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes events from lanes in turn, one at a time, until a limit is reached.
final class FairShare {

    private static final Comparator<LoggedEvent> BY_LANE_AND_POSITION = Comparator.comparing(
                    (LoggedEvent event) -> event.at().lane())
            .thenComparingLong(event -> event.at().position());

    private final int maxEvents;
    private final long maxBytes;
    private final List<LoggedEvent> taken = new ArrayList<>();
    private long bytes;

    FairShare(int maxEvents, long maxBytes) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
    }

    List<LoggedEvent> of(List<InMemoryLane> lanes, Map<LaneId, Long> after) {
        Map<LaneId, Long> reached = new HashMap<>(after);
        List<InMemoryLane> waiting = new ArrayList<>(lanes);
        while (!waiting.isEmpty()) {
            waiting.removeIf(lane -> !takesOneOf(lane, reached));
        }
        return taken.stream().sorted(BY_LANE_AND_POSITION).toList();
    }

    private boolean takesOneOf(InMemoryLane lane, Map<LaneId, Long> reached) {
        long after = reached.getOrDefault(lane.id(), 0L);
        if (!lane.hasAfter(after) || !fits(lane.next(after))) {
            return false;
        }
        LoggedEvent next = lane.next(after);
        taken.add(next);
        bytes += next.event().bytes();
        reached.put(lane.id(), next.at().position());
        return true;
    }

    private boolean fits(LoggedEvent event) {
        return taken.isEmpty()
                || (taken.size() < maxEvents && bytes + event.event().bytes() <= maxBytes);
    }
}
