package dev.startide.domain.trace;

import dev.startide.domain.normalize.Reading;
import dev.startide.warehouse.schema.TableName;
import java.util.List;
import java.util.Map;

/// An event and the rows that it speaks of.
///
/// @param reading how the model reads the event today
/// @param rows the rows that it speaks of; none unless it can be read
public record EventTrace(FoundEvent found, Reading reading, List<TouchedRow> rows) {

    public EventTrace {
        rows = List.copyOf(rows);
    }

    /// A row that an event speaks of.
    ///
    /// @param key columns and values
    public record TouchedRow(TableName table, Map<String, String> key, Word word) {}

    /// What an event's word is worth in a row.
    public enum Word {
        /// Nobody has spoken of the row since.
        LATEST,

        /// Other events have spoken of the row since; what they did not speak of is still from this
        /// one.
        EARLIER,

        /// There is no such row: it is not loaded yet, or it is gone.
        NO_ROW,

        /// It is the version of the member that begins with what the event says, or that held when
        /// it said it.
        VERSION
    }
}
