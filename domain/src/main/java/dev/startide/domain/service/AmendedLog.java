package dev.startide.domain.service;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePart;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.port.outbound.Amendments;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.quarantine.Amendment;
import dev.startide.warehouse.mapping.Source;
import java.util.List;
import java.util.Map;

/// The raw log as it is loaded: events that operators have corrected or discarded are so.
public record AmendedLog(RawLog log, Amendments amendments) implements RawLog {

    @Override
    public OpenLane open(Source source, LaneName lane) {
        return log.open(source, lane);
    }

    @Override
    public IngestReceipt append(Source source, IngestBatch batch) {
        return log.append(source, batch);
    }

    @Override
    public List<LoggedEvent> read(Map<LaneId, Long> after, int maxEvents, long maxBytes) {
        return amended(log.read(after, maxEvents, maxBytes), amendments);
    }

    @Override
    public Map<LaneId, Long> released() {
        return log.released();
    }

    /// The same events, as they are to be read.
    static List<LoggedEvent> amended(List<LoggedEvent> events, Amendments amendments) {
        if (events.isEmpty()) {
            return events;
        }
        Map<LanePosition, Amendment> made = amendments.within(
                LanePart.of(events.stream().map(LoggedEvent::at).toList()));
        return made.isEmpty()
                ? events
                : events.stream().map(event -> amended(event, made)).toList();
    }

    private static LoggedEvent amended(LoggedEvent event, Map<LanePosition, Amendment> made) {
        Amendment amendment = made.get(event.at());
        return amendment == null ? event : amendment.amend(event);
    }
}
