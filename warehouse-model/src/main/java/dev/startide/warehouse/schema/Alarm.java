package dev.startide.warehouse.schema;

import java.util.List;

/// What must hold of the rows of a table, whoever writes them: they are versions of members, and of
/// each member no two versions hold at one instant, no two are current, and none is missing
/// between.
///
/// The load sees to that itself. The database refuses to commit anything else, so that a mistake of
/// ours, or of somebody's hand, is heard of before it can be read. It is never part of the normal
/// course.
///
/// @param member the column with the key of the member
/// @param gaps where no version of a member may hold
public record Alarm(ColumnName member, Gaps gaps) {

    /// Where no version of a member may hold.
    public sealed interface Gaps {

        /// Nowhere: from the beginning of time until its end some version holds.
        record Never() implements Gaps {}

        /// From an instant at which the member was deleted.
        ///
        /// @param changes the table that says when that was
        /// @param key the columns with the natural key, called the same in both tables
        record AfterDelete(TableName changes, List<ColumnName> key) implements Gaps {

            public AfterDelete {
                key = List.copyOf(key);
            }
        }
    }
}
