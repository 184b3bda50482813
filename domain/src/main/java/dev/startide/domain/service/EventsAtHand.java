package dev.startide.domain.service;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.warehouse.mapping.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Some events of the raw log, numbered anew as one lane without gaps.
final class EventsAtHand implements RawLog {

    private static final LaneId LANE = new LaneId(1);

    private final List<LoggedEvent> events = new ArrayList<>();

    void add(LoggedEvent event) {
        LanePosition at = new LanePosition(LANE, events.size() + 1L);
        events.add(new LoggedEvent(at, event.source(), event.admission(), event.event()));
    }

    int size() {
        return events.size();
    }

    @Override
    public Map<LaneId, Long> released() {
        return Map.of();
    }

    @Override
    public List<LoggedEvent> read(Map<LaneId, Long> after, int maxEvents, long maxBytes) {
        int from = Math.toIntExact(after.getOrDefault(LANE, 0L));
        return List.copyOf(events.subList(from, Math.min(events.size(), Math.addExact(from, maxEvents))));
    }

    @Override
    public OpenLane open(Source source, LaneName lane) {
        throw StartideException.because(FailureCode.INVARIANT_BROKEN, "Events at hand are only read");
    }

    @Override
    public IngestReceipt append(Source source, IngestBatch batch) {
        throw StartideException.because(FailureCode.INVARIANT_BROKEN, "Events at hand are only read");
    }
}
