package dev.startide.domain.port.outbound;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.trace.FoundEvent;
import java.util.List;
import java.util.Optional;

/// Single events of the raw log, for whoever wants to look at one. Safe for use by many threads.
public interface EventLookup {

    /// The event at a position; empty if there is none.
    Optional<FoundEvent> at(LanePosition position);

    /// Where events with an id are logged, the oldest first. Quick while the id is remembered; else
    /// the whole log is looked through.
    ///
    /// @param most how many to return at most
    List<LanePosition> withId(String id, int most);

    /// Several events, in the order of lanes and positions.
    ///
    /// @param wanted in that order
    /// @param maxBytes most payload bytes to return, positive; a single larger event is returned
    ///     nevertheless
    Found those(List<LanePosition> wanted, long maxBytes);

    /// Events that were found.
    ///
    /// @param events those of the positions looked at that the log has
    /// @param looked how many of the wanted positions were looked at, the first ones; at least one
    ///     if there is any
    record Found(List<LoggedEvent> events, int looked) {}
}
