package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.SpecialMember;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The table of a calendar dimension, and the row of each day. A row is a function of its day and
/// of the model.
public record CalendarLayout(Dimension.Calendar dimension, Table table) {

    /// The key of the row that stands for "not said".
    public static final int UNKNOWN_KEY = SpecialMember.UNKNOWN.key();

    /// The bounds of the days that a calendar can have: those of event times, in any time zone.
    public static final int FIRST_YEAR = 1900;

    /// The last year that a calendar can have.
    public static final int LAST_YEAR = 2200;

    private static final LogicalType INT = new LogicalType.Int();
    private static final LogicalType TEXT = new LogicalType.Text();

    static CalendarLayout of(Dimension.Calendar calendar, Schemas schemas) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.required(MemberLayout.keyOf(calendar.name()), INT, "The day as yyyymmdd"),
                Column.optional(column("calendar_date"), new LogicalType.Date(), "The day"),
                Column.optional(column("year"), INT, "Year"),
                Column.optional(column("quarter"), INT, "Quarter of the year, 1 to 4"),
                Column.optional(column("month"), INT, "Month of the year, 1 to 12"),
                Column.optional(column("month_name"), TEXT, "English name of the month"),
                Column.optional(column("year_month"), TEXT, "Year and month, such as 2026-03"),
                Column.optional(column("day"), INT, "Day of the month"),
                Column.optional(column("day_of_year"), INT, "Day of the year"),
                Column.optional(column("day_of_week"), INT, "ISO day of the week, 1 is Monday"),
                Column.optional(column("day_name"), TEXT, "English name of the day of the week"),
                Column.optional(column("iso_week"), INT, "ISO 8601 week"),
                Column.optional(column("iso_week_year"), INT, "Year that the ISO week belongs to"),
                Column.optional(column("is_weekend"), new LogicalType.Bool(), "Whether it is Saturday or Sunday")));
        columns.addAll(CalendarExtras.columns(calendar));
        return new CalendarLayout(
                calendar,
                new Table(
                        MemberLayout.tableOf(calendar.name(), schemas.star()),
                        columns,
                        List.of(MemberLayout.keyOf(calendar.name())),
                        List.of(),
                        List.of(),
                        calendar.description()));
    }

    /// The key of a day, such as 20260315.
    public static int keyOf(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    /// The row of a day, aligned with the table's columns.
    public @Nullable Object[] rowOf(LocalDate day) {
        List<@Nullable Object> row = new ArrayList<>(table.columns().size());
        row.addAll(List.of(
                keyOf(day),
                day,
                day.getYear(),
                day.get(IsoFields.QUARTER_OF_YEAR),
                day.getMonthValue(),
                day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                "%04d-%02d".formatted(day.getYear(), day.getMonthValue()),
                day.getDayOfMonth(),
                day.getDayOfYear(),
                day.getDayOfWeek().getValue(),
                day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0));
        row.addAll(CalendarExtras.values(dimension, day));
        return row.toArray();
    }

    /// Whether a calendar can have the day.
    public static boolean isInBounds(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /// The rows that stand for no day, which are there from the start.
    public List<@Nullable Object[]> specialRows() {
        return Stream.of(SpecialMember.values())
                .map(special -> SpecialText.row(special, table))
                .toList();
    }
}
