package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.keyAnd;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;
import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// A fact's day can be read off its key.
@Singleton
final class CalendarDays implements PostgresCheck {

    private static final ColumnName DAY = column("calendar_date");

    private static final Check CHECK = new Check(
            "calendar-days",
            Check.Area.DIMENSIONS,
            "The key of a day in a calendar is the day itself, as yyyymmdd.",
            "Rows of the calendar were changed by hand: delete those that no fact names, and run 'startide apply'.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.calendars().stream().map(CalendarDays::probe).toList();
    }

    private static Probe probe(CalendarLayout calendar) {
        Field<Integer> key = field("d", calendar.table().primaryKey().getFirst(), Integer.class);
        Field<LocalDate> day = field("d", DAY, LocalDate.class);
        return Probe.of(
                calendar.table().name(),
                DSL.select(finding(problem("has another day than its key says"), "d", keyAnd(calendar.table(), DAY)))
                        .from(Sql.table(calendar.table().name(), "d"))
                        .where(key.gt(DSL.inline(0)))
                        .and(key.isDistinctFrom(keyOf(day))));
    }

    /// The key of a day, as the database computes it.
    static Field<Integer> keyOf(Field<LocalDate> day) {
        return DSL.field("to_char({0}, 'YYYYMMDD')", String.class, day).cast(SQLDataType.INTEGER);
    }
}
