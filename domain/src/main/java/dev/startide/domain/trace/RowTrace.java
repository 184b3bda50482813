package dev.startide.domain.trace;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.warehouse.schema.TableName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A row and the events that have spoken of it.
///
/// @param key columns and values
/// @param row columns and values as they are; empty if there is no such row
/// @param events in the order that counts, the latest last; all that are known without reading the
///     whole raw log, unless it was read
public record RowTrace(TableName table, Map<String, String> key, Map<String, String> row, List<Cause> events) {

    public RowTrace {
        events = List.copyOf(events);
    }

    /// An event that has spoken of the row.
    ///
    /// @param at its event time
    public record Cause(LanePosition event, Instant at, long sequence, ChangeKind kind) {}
}
