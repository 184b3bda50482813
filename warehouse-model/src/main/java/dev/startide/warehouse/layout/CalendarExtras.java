package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.FiscalYear;
import dev.startide.warehouse.star.Holidays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of a calendar that a model asks for: fiscal years and holidays.
final class CalendarExtras {

    private static final LogicalType INT = new LogicalType.Int();

    private CalendarExtras() {}

    static List<Column> columns(Dimension.Calendar calendar) {
        List<Column> columns = new ArrayList<>();
        if (calendar.fiscalYear() instanceof FiscalYear.StartingIn) {
            columns.add(
                    Column.optional(column("fiscal_year"), INT, "Fiscal year, named after the year in which it ends"));
            columns.add(Column.optional(column("fiscal_quarter"), INT, "Quarter of the fiscal year, 1 to 4"));
            columns.add(Column.optional(column("fiscal_month"), INT, "Month of the fiscal year, 1 to 12"));
        }
        if (calendar.holidays() instanceof Holidays.Named) {
            columns.add(Column.optional(column("is_holiday"), new LogicalType.Bool(), "Whether it is a holiday"));
            columns.add(Column.optional(
                    column("holiday_name"), new LogicalType.Text(), "Name of the holiday, null on other days"));
        }
        return columns;
    }

    /// The values of a day, aligned with the columns.
    static List<@Nullable Object> values(Dimension.Calendar calendar, LocalDate day) {
        List<@Nullable Object> values = new ArrayList<>();
        if (calendar.fiscalYear() instanceof FiscalYear.StartingIn fiscal) {
            values.add(fiscal.yearOf(day));
            values.add(fiscal.quarterOf(day));
            values.add(fiscal.monthOf(day));
        }
        if (calendar.holidays() instanceof Holidays.Named(var days)) {
            values.add(days.containsKey(day));
            values.add(days.get(day));
        }
        return values;
    }
}
