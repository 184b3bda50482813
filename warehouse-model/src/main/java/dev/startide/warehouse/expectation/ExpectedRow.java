package dev.startide.warehouse.expectation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A row that is expected: what stands in the columns that are named.
///
/// @param cells by the path of the column, in the order in which they are written
public record ExpectedRow(Map<String, Cell> cells) {

    public ExpectedRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /// What a column holds.
    public sealed interface Cell {

        /// A value, as it is written.
        record Value(String text) implements Cell {}

        /// Nothing.
        record Null() implements Cell {}
    }
}
