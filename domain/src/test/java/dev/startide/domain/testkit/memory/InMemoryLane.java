package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.warehouse.mapping.SourceName;
import java.util.ArrayList;
import java.util.List;

/// One lane of a raw log in memory. The log sees to it that one thread uses it at a time.
final class InMemoryLane {

    private final LaneId id;
    private final SourceName source;
    private final LaneName name;
    private final List<LoggedEvent> events = new ArrayList<>();
    private long epoch;
    private SourcePosition position = SourcePosition.START;

    InMemoryLane(LaneId id, SourceName source, LaneName name) {
        this.id = id;
        this.source = source;
        this.name = name;
    }

    LaneId id() {
        return id;
    }

    boolean isCalled(SourceName otherSource, LaneName otherName) {
        return source.equals(otherSource) && name.equals(otherName);
    }

    OpenLane takeOver() {
        epoch++;
        return asOpened();
    }

    OpenLane asOpened() {
        return new OpenLane(id, source, name, epoch, position);
    }

    boolean isHeldBy(OpenLane holder) {
        return holder.epoch() == epoch && holder.position().equals(position);
    }

    LanePosition append(IncomingEvent event, LoggedEvent.Admission admission) {
        LanePosition at = new LanePosition(id, events.size() + 1L);
        events.add(new LoggedEvent(at, source, admission, event));
        return at;
    }

    void advanceTo(SourcePosition next) {
        position = next;
    }

    List<LoggedEvent> events() {
        return List.copyOf(events);
    }

    boolean hasAfter(long after) {
        return after < events.size();
    }

    LoggedEvent next(long after) {
        return events.get(Math.toIntExact(after));
    }
}
