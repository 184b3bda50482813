package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The tables of volumes: made beside `raw.event` and attached, so that nobody who appends or reads
/// waits; taken out without a lock that anybody would wait for, and dropped.
final class VolumeTables {

    private static final String FORSAKEN = SqlFile.beside(VolumeTables.class, "forsaken_volumes.sql");

    private VolumeTables() {}

    /// A table of a volume that was let go.
    private record Forsaken(String table, boolean isAttached, boolean isLeaving) {}

    /// Makes the table of a volume, and lets appends have it.
    ///
    /// @return true, always: it fails or it does it
    static boolean create(Connection connection, int number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(creating(number));
        }
        return true;
    }

    private static String creating(int number) {
        return """
                create table raw.event_v%1$d (like raw.event including all);
                alter table raw.event_v%1$d add constraint event_v%1$d_volume check (volume = %1$d);
                alter table raw.event attach partition raw.event_v%1$d for values in (%1$d);
                alter table raw.event_v%1$d drop constraint event_v%1$d_volume;
                insert into startide.log_volume (number) values (%1$d)
                """.formatted(number);
    }

    /// Drops the tables of volumes that were let go.
    ///
    /// @return how many
    static int dropForsaken(Connection connection) throws SQLException {
        List<Forsaken> forsaken = forsaken(connection);
        try (Statement statement = connection.createStatement()) {
            for (Forsaken volume : forsaken) {
                if (volume.isAttached()) {
                    statement.execute("alter table raw.event detach partition %s %s"
                            .formatted(volume.table(), volume.isLeaving() ? "finalize" : "concurrently"));
                }
                statement.execute("drop table if exists " + volume.table());
            }
        }
        return forsaken.size();
    }

    private static List<Forsaken> forsaken(Connection connection) throws SQLException {
        List<Forsaken> forsaken = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FORSAKEN)) {
            while (row.next()) {
                forsaken.add(new Forsaken(
                        row.getString("table_name"), row.getBoolean("is_attached"), row.getBoolean("is_leaving")));
            }
        }
        return forsaken;
    }
}
