package dev.startide.domain.port.inbound;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.trace.EventTrace;
import dev.startide.domain.trace.RowTrace;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.util.List;
import java.util.Optional;

/// Leads from an event to the rows that it became, and from a row back to its events. Changes
/// nothing.
public interface TraceEvent {

    /// The event at a position with its rows; empty if nothing is logged there.
    Optional<EventTrace> trace(LanePosition position);

    /// Where events with an id are logged, the oldest first.
    ///
    /// @param most how many to return at most
    List<LanePosition> withId(String id, int most);

    /// A row and its events.
    ///
    /// @param key the row's key, parts with commas between them
    /// @throws IllegalArgumentException if the model has no such table, or the text is none of its
    ///     keys
    RowTrace traceBack(Target target, String key, Depth depth);

    /// Whose row is meant.
    sealed interface Target {

        /// A row of a fact, by its grain.
        record OfFact(FactName name) implements Target {}

        /// A row of an entity, by its key.
        record OfEntity(EntityName name) implements Target {}
    }

    /// How far to look for events.
    enum Depth {
        /// What rows and stored changes name: at least the latest event.
        KNOWN,

        /// Every event that ever spoke of the row: reads the whole raw log.
        WHOLE_LOG
    }
}
