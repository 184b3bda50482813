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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A raw log in memory. Safe for use by many threads: one append or read at a time.
///
/// A transaction can be told what others do while it is open; they see nothing of it, and what they
/// would have to wait for fails. If it ends in an exception nothing of it remains.
public final class InMemoryRawLog implements RawLog {

    private final Map<LaneId, InMemoryLane> lanes = new TreeMap<>();
    private final Map<LaneId, Long> released = new HashMap<>();
    private final RememberedIds ids = new RememberedIds();
    private final Runnable meanwhile;
    private int reads;

    public InMemoryRawLog() {
        this(() -> {});
    }

    /// @param meanwhile what others do while a transaction has its lane locked
    public InMemoryRawLog(Runnable meanwhile) {
        this.meanwhile = meanwhile;
    }

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
        if (lane == null) {
            throw fenced(batch);
        }
        long first = lane.lock(batch.events().size());
        List<Outcome> outcomes = new ArrayList<>();
        long next = first;
        try {
            if (!lane.isHeldBy(batch.lane())) {
                throw fenced(batch);
            }
            meanwhile.run();
            for (IncomingEvent event : batch.events()) {
                Outcome outcome = append(source, lane, next, event);
                next += outcome instanceof Outcome.Duplicate ? 0 : 1;
                outcomes.add(outcome);
            }
            lane.advanceTo(batch.reaches());
        } finally {
            lane.unlock(next - 1, first - 1 + batch.events().size());
        }
        return new IngestReceipt(batch.lane().advancedTo(batch.reaches()), outcomes);
    }

    @Override
    public synchronized List<LoggedEvent> read(Map<LaneId, Long> after, int maxEvents, long maxBytes) {
        List<InMemoryLane> inTurn = new ArrayList<>(lanes.values());
        if (inTurn.isEmpty()) {
            return List.of();
        }
        Collections.rotate(inTurn, reads++);
        Map<LaneId, Long> from = new HashMap<>(after);
        released.forEach((lane, position) -> from.merge(lane, position, Math::max));
        return new FairShare(maxEvents, maxBytes).of(inTurn, from);
    }

    @Override
    public synchronized Map<LaneId, Long> released() {
        return Map.copyOf(released);
    }

    /// Lets go of a lane's events up to a position.
    public synchronized void release(LaneId lane, long position) {
        released.put(lane, position);
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

    private static StartideException fenced(IngestBatch batch) {
        return StartideException.because(
                FailureCode.FENCED,
                "Lane %s was taken over, or stands elsewhere; open it again"
                        .formatted(batch.lane().name()));
    }

    private Outcome append(Source source, InMemoryLane lane, long at, IncomingEvent event) {
        return switch (ids.recognise(source, event)) {
            case SEEN -> new Outcome.Duplicate();
            case NEW -> new Outcome.Accepted(lane.append(at, event, Admission.ACCEPTED));
            case CONFLICTING -> new Outcome.Conflicting(lane.append(at, event, Admission.ID_CONFLICT));
        };
    }
}
