package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.IngestReceipt.Outcome;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.LoggedEvent.Admission;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A raw log in memory. Safe for use by many threads: one append or read at a time.
public final class InMemoryRawLog implements RawLog {

    private final Map<LaneId, InMemoryLane> lanes = new TreeMap<>();
    private final RememberedIds ids = new RememberedIds();
    private int reads;

    @Override
    public synchronized OpenLane open(Source source, LaneName name) {
        InMemoryLane lane = lanes.values().stream()
                .filter(existing -> existing.isCalled(source.name(), name))
                .findFirst()
                .orElseGet(() -> create(source.name(), name));
        return lane.takeOver();
    }

    @Override
    public synchronized IngestReceipt append(Source source, IngestBatch batch) {
        InMemoryLane lane = lanes.get(batch.lane().id());
        if (lane == null || !lane.isHeldBy(batch.lane())) {
            throw StartideException.because(
                    FailureCode.FENCED,
                    "Lane %s was taken over, or stands elsewhere; open it again"
                            .formatted(batch.lane().name()));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (IncomingEvent event : batch.events()) {
            outcomes.add(append(source, lane, event));
        }
        lane.advanceTo(batch.reaches());
        return new IngestReceipt(batch.lane().advancedTo(batch.reaches()), outcomes);
    }

    @Override
    public synchronized List<LoggedEvent> read(Map<LaneId, Long> after, int maxEvents, long maxBytes) {
        List<InMemoryLane> inTurn = new ArrayList<>(lanes.values());
        if (inTurn.isEmpty()) {
            return List.of();
        }
        Collections.rotate(inTurn, reads++);
        return new FairShare(maxEvents, maxBytes).of(inTurn, after);
    }

    /// All events of a lane, in order; empty if there is no such lane.
    public synchronized List<LoggedEvent> events(SourceName source, LaneName name) {
        return lanes.values().stream()
                .filter(lane -> lane.isCalled(source, name))
                .flatMap(lane -> lane.events().stream())
                .toList();
    }

    /// The lanes, in the order of their creation. They are as they were when asked for.
    public synchronized List<OpenLane> lanes() {
        return lanes.values().stream().map(InMemoryLane::asOpened).toList();
    }

    private InMemoryLane create(SourceName source, LaneName name) {
        InMemoryLane lane = new InMemoryLane(new LaneId(lanes.size() + 1), source, name);
        lanes.put(lane.id(), lane);
        return lane;
    }

    private Outcome append(Source source, InMemoryLane lane, IncomingEvent event) {
        return switch (ids.recognise(source, event)) {
            case SEEN -> new Outcome.Duplicate();
            case NEW -> new Outcome.Accepted(lane.append(event, Admission.ACCEPTED));
            case CONFLICTING -> new Outcome.Conflicting(lane.append(event, Admission.ID_CONFLICT));
        };
    }
}
