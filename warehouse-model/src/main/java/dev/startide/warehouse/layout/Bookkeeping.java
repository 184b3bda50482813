package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import java.util.List;

/// The columns at the end of a row that say which change it is from. Names of models never start
/// with an underscore.
public final class Bookkeeping {

    /// When the latest change of the row happened.
    public static final ColumnName CHANGED_AT = column("_changed_at");

    /// What orders changes of the same instant.
    public static final ColumnName CHANGE_SEQUENCE = column("_change_sequence");

    /// A digest of the event, the last resort of the order.
    public static final ColumnName CHANGE_ID = column("_change_id");

    /// Which attributes are older than the latest change, and from which change they are; null if
    /// none is.
    public static final ColumnName CLOCK = column("_clock");

    /// The lane of the event in the raw log.
    public static final ColumnName LANE = column("_lane");

    /// The position of the event in its lane.
    public static final ColumnName POSITION = column("_position");

    /// How many columns there are, in the order of [#columns].
    public static final int COUNT = 6;

    private Bookkeeping() {}

    /// The bookkeeping columns, optional because a row that was only announced has no change yet.
    static List<Column> columns() {
        return List.of(
                Column.optional(CHANGED_AT, new LogicalType.Timestamp(), "When the latest change happened"),
                Column.optional(CHANGE_SEQUENCE, new LogicalType.BigInt(), "Orders changes of the same instant"),
                Column.optional(CHANGE_ID, new LogicalType.Uuid(), "Digest of the latest event"),
                Column.optional(CLOCK, new LogicalType.Text(), "Attributes that are older than the latest change"),
                Column.optional(LANE, new LogicalType.Int(), "Raw log lane of the latest event"),
                Column.optional(POSITION, new LogicalType.BigInt(), "Raw log position of the latest event"));
    }
}
