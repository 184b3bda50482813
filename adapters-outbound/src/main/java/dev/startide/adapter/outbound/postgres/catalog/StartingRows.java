package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.copy.RowCopy;
import dev.startide.adapter.outbound.postgres.copy.StageTable;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.MemberLayout;
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
import org.jspecify.annotations.Nullable;

/// The rows that are there from the start: the special members of each dimension, and the days of
/// calendars. Rows that show something else than they should get what they lack.
final class StartingRows {

    private StartingRows() {}

    static void add(Connection connection, WarehouseLayout layout) throws SQLException {
        for (MemberLayout members : layout.members()) {
            put(connection, members.table(), members.specialRows());
        }
        LocalDate today = today(connection, layout.model().timeZone());
        for (CalendarLayout calendar : layout.calendars()) {
            put(connection, calendar.table(), days(calendar, today));
        }
    }

    private static List<@Nullable Object[]> days(CalendarLayout layout, LocalDate today) {
        LocalDate last = LocalDate.of(today.getYear() + layout.dimension().yearsAhead(), 12, 31);
        List<@Nullable Object[]> rows = new ArrayList<>(layout.specialRows());
        layout.dimension().from().datesUntil(last.plusDays(1)).forEach(day -> rows.add(CalendarLayout.rowOf(day)));
        return rows;
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
