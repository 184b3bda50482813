package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.copy.RowCopy;
import dev.startide.adapter.outbound.postgres.copy.StageTable;
import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.JunkLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.TimeOfDayLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The rows that are there from the start: the special members of each dimension, and the days of
/// calendars, and times of day. Rows that show something else than they should get what they lack.
final class StartingRows {

    private static final Field<LocalDate> DAY = DSL.field(DSL.name("calendar_date"), LocalDate.class);

    private StartingRows() {}

    static void add(Connection connection, WarehouseLayout layout) throws SQLException {
        addSpecial(connection, layout);
        LocalDate today = today(connection, layout.model().timeZone());
        for (CalendarLayout calendar : layout.calendars()) {
            put(connection, calendar.table(), days(calendar, daysOf(connection, calendar), today));
        }
        for (TimeOfDayLayout times : layout.timesOfDay()) {
            put(connection, times.table(), times.rows());
        }
    }

    private static List<@Nullable Object[]> days(CalendarLayout layout, Set<LocalDate> days, LocalDate today) {
        LocalDate last = lastOf(layout, today);
        List<@Nullable Object[]> rows = new ArrayList<>(layout.specialRows());
        layout.dimension().from().datesUntil(last.plusDays(1)).forEach(days::add);
        days.forEach(day -> rows.add(layout.rowOf(day)));
        return rows;
    }

    private static LocalDate lastOf(CalendarLayout layout, LocalDate today) {
        return LocalDate.of(today.getYear() + layout.dimension().yearsAhead(), 12, 31);
    }

    /// Removes days that a calendar does not have from the start.
    static void removeOthers(Connection connection, CalendarLayout layout, ZoneId zone) throws SQLException {
        String sql = Names.RENDERER.renderInlined(
                DSL.deleteFrom(Names.table(layout.table().name()))
                        .where(DAY.lt(layout.dimension().from()))
                        .or(DAY.gt(lastOf(layout, today(connection, zone)))));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /// The days that the calendar has, also those that facts have added.
    private static Set<LocalDate> daysOf(Connection connection, CalendarLayout layout) throws SQLException {
        Set<LocalDate> days = new TreeSet<>();
        String sql = Names.RENDERER.render(
                DSL.select(DAY).from(Names.table(layout.table().name())).where(DAY.isNotNull()));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
        }
        return days;
    }

    /// The rows that stand for members which are not known.
    static void addSpecial(Connection connection, WarehouseLayout layout) throws SQLException {
        for (MemberLayout members : layout.members()) {
            put(connection, members.table(), members.specialRows());
        }
        for (JunkLayout mini : layout.minis()) {
            put(connection, mini.table(), mini.specialRows());
        }
    }

    private static void put(Connection connection, Table table, List<@Nullable Object[]> rows) throws SQLException {
        StageTable stage = StageTable.of(table);
        try (Statement statement = connection.createStatement()) {
            statement.execute(stage.create());
            new RowCopy(table).into(stage.name(), connection, rows);
            statement.executeUpdate(stage.updateDifferent());
            statement.executeUpdate(stage.insertMissing());
            statement.execute(stage.empty());
        }
    }

    /// The day on the server's clock.
    private static LocalDate today(Connection connection, ZoneId zone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select (now() at time zone ?)::date")) {
            statement.setString(1, zone.getId());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, LocalDate.class);
            }
        }
    }
}
