package dev.startide.domain.testkit.simulation;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.SourceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Logs what is sent to one instance, as the adapter of HTTP does: in a lane of the instance, opened
/// at first and after each failure.
final class HttpLanes {

    private final String instance;
    private final IngestEvents ingest;
    private final Map<SourceName, OpenLane> open = new HashMap<>();

    HttpLanes(String instance, IngestEvents ingest) {
        this.instance = instance;
        this.ingest = ingest;
    }

    /// Logs events; whoever sent them is answered if this returns.
    void log(SourceName source, List<IncomingEvent> events) {
        OpenLane held = open.remove(source);
        OpenLane lane = held == null ? ingest.open(source, new LaneName(instance)) : held;
        open.put(source, ingest.ingest(IngestBatch.of(lane, events)).lane());
    }
}
