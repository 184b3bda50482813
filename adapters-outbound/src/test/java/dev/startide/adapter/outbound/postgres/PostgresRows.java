package dev.startide.adapter.outbound.postgres;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.JunkLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.TimeOfDayLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All rows of the tables of a warehouse, read and removed by plain SQL over one connection.
public final class PostgresRows implements AutoCloseable {

    private final Connection connection;

    public PostgresRows(PostgresStorage storage) throws SQLException {
        this.connection = storage.connect();
    }

    /// All rows, aligned with the table's written columns.
    public List<@Nullable Object[]> of(Table table) {
        List<Column> columns = table.writtenColumns();
        String names = columns.stream()
                .map(column -> Names.of(column.name()).toString())
                .collect(Collectors.joining(", "));
        RowReader reader = new RowReader(columns);
        List<@Nullable Object[]> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select %s from %s".formatted(names, Names.of(table.name())))) {
            while (rows.next()) {
                all.add(reader.read(rows, 1));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Leaves the tables of a warehouse as they were made: with the rows that do not come from
    /// events and, in calendars and times of day, with all their rows. Raw log, cursors and
    /// quarantine are empty, and nobody holds the lease.
    public void clear(WarehouseLayout layout) {
        Set<Table> generated = Stream.concat(
                        layout.calendars().stream().map(CalendarLayout::table),
                        layout.timesOfDay().stream().map(TimeOfDayLayout::table))
                .collect(Collectors.toSet());
        try (Statement statement = connection.createStatement()) {
            for (Table table : layout.schema().tables().reversed()) {
                if (!generated.contains(table)) {
                    statement.addBatch(
                            "delete from %s%s".formatted(Names.of(table.name()), madeByEvents(layout, table)));
                }
            }
            for (String control :
                    List.of("quarantine", "ignored_by_rule", "ignored_run", "load_cursor", "lane_volume", "lane")) {
                statement.addBatch("delete from startide." + control);
            }
            for (String kept : List.of(
                    "raw.amendment", "startide.quarantine_action_event", "startide.paused_source", "raw.event")) {
                statement.addBatch("delete from " + kept);
            }
            statement.addBatch("update startide.loader_lease set holder = '', expires_at = now()");
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String madeByEvents(WarehouseLayout layout, Table table) {
        boolean hasSpecialRows = Stream.concat(
                        layout.members().stream().map(MemberLayout::table),
                        layout.minis().stream().map(JunkLayout::table))
                .anyMatch(table::equals);
        return hasSpecialRows
                ? " where %s > 0".formatted(Names.of(table.columns().getFirst().name()))
                : "";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
