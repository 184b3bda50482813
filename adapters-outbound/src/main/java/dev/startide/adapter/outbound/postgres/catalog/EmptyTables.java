package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.TimeOfDayLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Name;
import org.jooq.impl.DSL;

/// Empties the tables of a warehouse as quickly as can be, but for what an apply has filled.
final class EmptyTables {

    /// What says which model was applied, how far our own tables are, and which volume of the raw log
    /// is written; and the loader's lease, whose epoch only ever grows.
    private static final Set<TableName> KEPT = Set.of(
            new TableName(Schemas.CONTROL, "schema_history"),
            new TableName(Schemas.CONTROL, "warehouse"),
            new TableName(Schemas.CONTROL, "applied_model"),
            new TableName(Schemas.CONTROL, "view_as_written"),
            new TableName(Schemas.CONTROL, "loader_lease"),
            new TableName(Schemas.CONTROL, "log_volume"),
            new TableName(Schemas.RAW, "payload_schema"));

    private static final String TABLES = """
            select namespace.nspname, class.relname
            from pg_catalog.pg_class as class
            join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
            where namespace.nspname = any (?) and class.relkind in ('r', 'p') and not class.relispartition
            order by 1, 2
            """;

    private EmptyTables() {}

    /// Days and times of day stay, but for days that facts have added; special members come back.
    static void clear(Connection connection, WarehouseLayout layout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Names.RENDERER.render(DSL.sql("truncate {0}", DSL.list(filled(connection, layout)))));
            StartingRows.addSpecial(connection, layout);
            for (CalendarLayout calendar : layout.calendars()) {
                StartingRows.removeOthers(connection, calendar, layout.model().timeZone());
            }
        }
    }

    private static Name[] filled(Connection connection, WarehouseLayout layout) throws SQLException {
        Set<TableName> kept = new HashSet<>(KEPT);
        layout.calendars().stream().map(CalendarLayout::table).forEach(table -> kept.add(table.name()));
        layout.timesOfDay().stream().map(TimeOfDayLayout::table).forEach(table -> kept.add(table.name()));
        List<Name> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setArray(1, connection.createArrayOf("text", new String[] {
                Schemas.RAW, Schemas.CONTROL, Schemas.LIVE.normalized(), Schemas.LIVE.star()
            }));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    TableName table = new TableName(rows.getString(1), rows.getString(2));
                    if (!kept.contains(table)) {
                        names.add(Names.of(table));
                    }
                }
            }
        }
        return names.toArray(Name[]::new);
    }
}
