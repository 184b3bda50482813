package dev.startide.domain.port.outbound;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.warehouse.schema.Table;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Whole tables as they stand at one instant, together with how far the load was then. Changes
/// nothing, and keeps nobody waiting. Safe for use by many threads.
public interface TableSnapshots {

    /// How many rows a table has.
    long count(Table table);

    /// Hands over all rows of a table, one by one and in no particular order, so that a table of
    /// any size can be read.
    ///
    /// @param row takes a row aligned with [Table#writtenColumns], which belongs to it
    /// @return how far the load was in the very snapshot that the rows are of
    Standing read(Table table, Consumer<@Nullable Object[]> row);

    /// How far the load was.
    ///
    /// @param cursors up to where each lane was loaded; lanes that were never loaded are left out
    /// @param refused events that were set aside because the database refused their rows
    record Standing(Map<LaneId, Long> cursors, Set<LanePosition> refused) {

        public Standing {
            cursors = Map.copyOf(cursors);
            refused = Set.copyOf(refused);
        }
    }
}
