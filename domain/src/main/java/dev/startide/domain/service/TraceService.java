package dev.startide.domain.service;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.Normalizer;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.inbound.TraceEvent;
import dev.startide.domain.port.outbound.Amendments;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.RowLookup;
import dev.startide.domain.trace.EventTrace;
import dev.startide.domain.trace.FoundEvent;
import dev.startide.domain.trace.RowTrace;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.util.List;
import java.util.Optional;

/// Computes from an event which rows it speaks of, as the load does, and looks these up: so no
/// index from events to rows has to be kept.
public final class TraceService implements TraceEvent {

    private final EventLookup events;
    private final Amendments amendments;
    private final EventReader reader;
    private final Normalizer normalizer;
    private final TouchedRows touched;
    private final BackTracing back;

    public TraceService(
            WarehouseLayout layout,
            EventLookup events,
            Amendments amendments,
            EventReader reader,
            RawLog rawLog,
            RowLookup rows) {
        this.events = events;
        this.amendments = amendments;
        this.reader = reader;
        this.normalizer = new Normalizer(layout.model());
        this.touched = new TouchedRows(layout, rows);
        this.back = new BackTracing(layout, rows, new LogScan(rawLog, reader, normalizer));
    }

    @Override
    public Optional<EventTrace> trace(LanePosition position) {
        return events.at(position).map(this::trace);
    }

    @Override
    public List<LanePosition> withId(String id, int most) {
        return events.withId(id, most);
    }

    @Override
    public RowTrace traceBack(Target target, String key, Depth depth) {
        return back.trace(target, key, depth);
    }

    private EventTrace trace(FoundEvent found) {
        Reading reading = reader.read(
                AmendedLog.amended(List.of(found.event()), amendments).getFirst());
        return switch (reading) {
            case Reading.Typed typed -> {
                BatchChanges changes = normalizer.normalize(List.of(typed.event()));
                yield new EventTrace(found, reading, touched.by(typed.event(), changes));
            }
            case Reading.Refused _, Reading.Ignored _ -> new EventTrace(found, reading, List.of());
        };
    }
}
