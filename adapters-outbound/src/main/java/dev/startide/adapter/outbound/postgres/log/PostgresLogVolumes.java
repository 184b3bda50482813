package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.port.outbound.LogVolumes;
import dev.startide.domain.retention.LogVolume;
import dev.startide.domain.retention.LogVolume.Debt;
import dev.startide.domain.retention.Retention;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Keeps each volume in a partition of `raw.event`, and where lanes begin in it in
/// `startide.lane_volume`.
///
/// A volume is let go in two steps. First, in one transaction, every lane is made to write
/// elsewhere, what is still needed is looked at once more, and the volume is struck out: nobody
/// reads it from then on. Then its table is taken out and dropped, which waits for whoever still
/// reads it, and is done by the next process if this one dies in between.
@Singleton
final class PostgresLogVolumes implements LogVolumes {

    private static final String VOLUMES = SqlFile.beside(PostgresLogVolumes.class, "volumes.sql");
    private static final String LEAVE = SqlFile.beside(PostgresLogVolumes.class, "leave_volumes.sql");
    private static final String STRIKE_OUT = """
            with gone as (delete from startide.lane_volume where volume = ?)
            delete from startide.log_volume where number = ?
            """;

    /// Any number that nobody else uses: the first letters of "volume".
    private static final String ALONE = "select pg_catalog.pg_try_advisory_xact_lock(%d)".formatted(0x564f_4c55_4d45L);

    /// Appends that are on their way are waited for no longer; the next attempt comes soon.
    private static final String PATIENCE = "set local lock_timeout = '5s'";

    private final Database database;

    PostgresLogVolumes(Database database) {
        this.database = database;
    }

    @Override
    public List<LogVolume> all() {
        return database.directly(Pool.CONTROL, "look at the volumes of the raw log", PostgresLogVolumes::read);
    }

    @Override
    public boolean begin(int after) {
        return database.inTransaction(
                Pool.CONTROL,
                "begin volume %d of the raw log".formatted(after + 1),
                connection -> isAlone(connection)
                        && read(connection).getLast().number() == after
                        && VolumeTables.create(connection, after + 1));
    }

    @Override
    public boolean release(int number, Retention retention) {
        String action = "let volume %d of the raw log go".formatted(number);
        boolean isStruckOut = database.inTransaction(
                Pool.CONTROL, action, connection -> isAlone(connection) && strikeOut(connection, number, retention));
        database.directly(Pool.CONTROL, action, VolumeTables::dropForsaken);
        return isStruckOut;
    }

    private static boolean strikeOut(Connection connection, int number, Retention retention) throws SQLException {
        if (read(connection).getFirst().number() != number) {
            return false;
        }
        try (PreparedStatement leave = connection.prepareStatement(LEAVE)) {
            leave.setInt(1, number);
            leave.executeUpdate();
        }
        if (!retention.holding(read(connection).getFirst().debts()).isEmpty()) {
            return false;
        }
        try (PreparedStatement strike = connection.prepareStatement(STRIKE_OUT)) {
            strike.setInt(1, number);
            strike.setInt(2, number);
            return strike.executeUpdate() == 1;
        }
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PATIENCE);
            try (ResultSet row = statement.executeQuery(ALONE)) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static List<LogVolume> read(Connection connection) throws SQLException {
        List<LogVolume> volumes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VOLUMES)) {
            while (row.next()) {
                volumes.add(new LogVolume(
                        row.getInt("number"),
                        Duration.ofSeconds(row.getLong("written_seconds")),
                        Duration.ofSeconds(row.getLong("closed_seconds")),
                        row.getLong("bytes"),
                        debts(row)));
            }
        }
        return List.copyOf(volumes);
    }

    private static Set<Debt> debts(ResultSet row) throws SQLException {
        Set<Debt> debts = EnumSet.noneOf(Debt.class);
        if (row.getBoolean("is_unloaded")) {
            debts.add(Debt.UNLOADED);
        }
        if (row.getBoolean("is_quarantined")) {
            debts.add(Debt.QUARANTINED);
        }
        if (row.getBoolean("is_rebuilt")) {
            debts.add(Debt.REBUILD);
        }
        return debts;
    }
}
