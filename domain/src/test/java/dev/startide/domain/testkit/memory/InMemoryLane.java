package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.mapping.SourceName;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// One lane of a raw log in memory. The log sees to it that one thread uses it at a time.
final class InMemoryLane {

    private final LaneId id;
    private final SourceName source;
    private final LaneName name;
    private final NavigableMap<Long, LoggedEvent> events = new TreeMap<>();
    private long epoch;
    private SourcePosition position = SourcePosition.START;
    private long given;
    private boolean isLocked;

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
        requireUnlocked();
        epoch++;
        return asOpened();
    }

    OpenLane asOpened() {
        return new OpenLane(id, source, name, epoch, position);
    }

    boolean isHeldBy(OpenLane holder) {
        return holder.epoch() == epoch && holder.position().equals(position);
    }

    /// Locks the lane and gives out positions.
    ///
    /// @return the first of them
    long lock(int count) {
        requireUnlocked();
        isLocked = true;
        long first = given + 1;
        given += count;
        return first;
    }

    /// Takes back what was given out after a position, and unlocks the lane.
    void unlock(long after, long given) {
        if (this.given == given) {
            this.given = after;
        }
        isLocked = false;
    }

    LanePosition append(long at, IncomingEvent event, LoggedEvent.Admission admission) {
        LanePosition place = new LanePosition(id, at);
        events.put(at, new LoggedEvent(place, source, admission, event));
        return place;
    }

    void advanceTo(SourcePosition next) {
        position = next;
    }

    List<LoggedEvent> events() {
        return List.copyOf(events.values());
    }

    boolean hasAfter(long after) {
        return events.higherKey(after) != null;
    }

    LoggedEvent next(long after) {
        return events.higherEntry(after).getValue();
    }

    /// A database would wait; here nobody else can go on meanwhile.
    private void requireUnlocked() {
        if (isLocked) {
            throw StartideException.because(
                    FailureCode.DATABASE_TIMEOUT, "Lane %s is locked by another transaction".formatted(name));
        }
    }
}
