package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.SpecialMember;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of a dimension of times of day. All its rows are there from the start.
public record TimeOfDayLayout(Dimension.TimeOfDay dimension, Table table) {

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int HOURS = 100;

    private static final LogicalType INT = new LogicalType.Int();
    private static final LogicalType TEXT = new LogicalType.Text();

    static TimeOfDayLayout of(Dimension.TimeOfDay times, Schemas schemas) {
        List<Column> columns = List.of(
                Column.required(MemberLayout.keyOf(times.name()), INT, "The time of day as hhmm"),
                Column.optional(column("time_of_day"), new LogicalType.Time(), "When it begins"),
                Column.optional(column("hour_of_day"), INT, "Hour, 0 to 23"),
                Column.optional(column("minute_of_hour"), INT, "Minute, 0 to 59"),
                Column.optional(column("hour_minute"), TEXT, "Hour and minute, such as 09:05"),
                Column.optional(column("part_of_day"), TEXT, "Night, Morning, Afternoon or Evening; six hours each"));
        return new TimeOfDayLayout(
                times,
                new Table(
                        MemberLayout.tableOf(times.name(), schemas.star()),
                        columns,
                        List.of(MemberLayout.keyOf(times.name())),
                        List.of(),
                        List.of(),
                        times.description()));
    }

    /// The key of a time of day, such as 1405.
    public static int keyOf(LocalTime time) {
        return time.getHour() * HOURS + time.getMinute();
    }

    /// The time of day of a key that is none of a special row.
    public static LocalTime timeOf(int key) {
        return LocalTime.of(key / HOURS, key % HOURS);
    }

    /// All rows, special ones first.
    public List<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SpecialMember special : SpecialMember.values()) {
            rows.add(SpecialText.row(special, table));
        }
        for (int minute = 0;
                minute < MINUTES_OF_A_DAY;
                minute += dimension.every().minutes()) {
            rows.add(rowOf(LocalTime.ofSecondOfDay(minute * 60L)));
        }
        return rows;
    }

    private static @Nullable Object[] rowOf(LocalTime time) {
        return new Object[] {
            keyOf(time),
            time,
            time.getHour(),
            time.getMinute(),
            "%02d:%02d".formatted(time.getHour(), time.getMinute()),
            partOfDay(time.getHour())
        };
    }

    private static String partOfDay(int hour) {
        return switch (hour / 6) {
            case 0 -> "Night";
            case 1 -> "Morning";
            case 2 -> "Afternoon";
            default -> "Evening";
        };
    }
}
