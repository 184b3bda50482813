package dev.startide.domain.rebuild;

import dev.startide.warehouse.schema.TableName;
import java.util.List;

/// In what a rebuilt table differs from the live one.
///
/// Compared are the columns that both have with the same type, but for lane and position: of an
/// event that was logged twice, either may be the cause.
///
/// @param table its name in the live warehouse
/// @param shape whether both have the same columns
/// @param rows how many rows the rebuilt table has
/// @param onlyLive how many keys only the live table has
/// @param onlyRebuilt how many keys only the rebuilt table has
/// @param changed how many rows of the same key say something else
/// @param keys some of the keys concerned, as text
public record TableDifference(
        TableName table, Shape shape, long rows, long onlyLive, long onlyRebuilt, long changed, List<String> keys) {

    /// Whether live and rebuilt table have the same columns.
    public enum Shape {
        /// They have.
        SAME,

        /// The model gives the table other columns than the live one has.
        OTHER,

        /// The model gives it another key, so that rows cannot be told to be the same.
        OTHER_KEY,

        /// There is no live table.
        NEW
    }

    public TableDifference {
        keys = List.copyOf(keys);
    }

    /// How many rows differ.
    public long differing() {
        return onlyLive + onlyRebuilt + changed;
    }

    /// Whether every row and every column is the same.
    public boolean isNone() {
        return shape == Shape.SAME && differing() == 0;
    }
}
