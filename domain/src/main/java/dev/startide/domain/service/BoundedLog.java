package dev.startide.domain.service;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.warehouse.mapping.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A log that ends where others have come to: what they have not loaded is not there yet.
///
/// @param bound how far the others have come
record BoundedLog(RawLog log, Cursors bound) implements RawLog {

    /// No lane gets as far; one more is still a number.
    private static final long BEYOND_EVERYTHING = Long.MAX_VALUE - 1;

    @Override
    public OpenLane open(Source source, LaneName lane) {
        return log.open(source, lane);
    }

    @Override
    public IngestReceipt append(Source source, IngestBatch batch) {
        return log.append(source, batch);
    }

    @Override
    public Map<LaneId, Long> released() {
        return log.released();
    }

    @Override
    public List<LoggedEvent> read(Map<LaneId, Long> after, int maxEvents, long maxBytes) {
        Map<LaneId, Long> until = bound.positions();
        Map<LaneId, Long> from = new HashMap<>(after);
        until.forEach((lane, position) -> {
            if (from.getOrDefault(lane, 0L) >= position) {
                from.put(lane, BEYOND_EVERYTHING);
            }
        });
        while (true) {
            List<LoggedEvent> events = log.read(from, maxEvents, maxBytes);
            List<LoggedEvent> within = events.stream()
                    .filter(event -> event.at().position()
                            <= until.getOrDefault(event.at().lane(), 0L))
                    .toList();
            if (!within.isEmpty() || events.isEmpty()) {
                return within;
            }
            events.forEach(event -> from.put(event.at().lane(), BEYOND_EVERYTHING));
        }
    }
}
