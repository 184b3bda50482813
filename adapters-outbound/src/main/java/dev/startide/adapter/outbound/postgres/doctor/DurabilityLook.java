package dev.startide.adapter.outbound.postgres.doctor;

import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.diagnosis.Diagnosis;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Whether the server takes writes, and what may fill its disk or stop it later: replication slots
/// that nobody reads, an archive that fails, transactions that nobody ends.
@Singleton
@Order(4)
final class DurabilityLook implements Look {

    private static final String STANDING = SqlFile.beside(DurabilityLook.class, "standing.sql");
    private static final String SLOTS = SqlFile.beside(DurabilityLook.class, "forgotten_slots.sql");

    /// PostgreSQL stops taking writes at about two billion.
    private static final long MANY_TRANSACTIONS = 1_000_000_000;

    @Override
    public List<Diagnosis> at(Connection connection) throws SQLException {
        List<Diagnosis> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STANDING)) {
            row.next();
            all.add(recovery(row));
            all.add(archive(row));
            all.add(age(row));
            all.add(sleepers(row));
            all.add(followers(row));
        }
        all.addAll(slots(connection));
        return all;
    }

    private static Diagnosis recovery(ResultSet row) throws SQLException {
        return row.getBoolean("in_recovery")
                ? Diagnosis.error(
                        Place.of("standby"),
                        "it is a standby and takes no writes",
                        "Name the primary by startide.database.url")
                : Diagnosis.fine(Place.of("standby"), "no");
    }

    private static Diagnosis archive(ResultSet row) throws SQLException {
        return row.getBoolean("archive_fails")
                ? Diagnosis.warning(
                        Place.of("WAL archive"),
                        "archiving has failed since its last success, so WAL piles up on the server's disk",
                        "See archive_command and the server's log")
                : Diagnosis.fine(Place.of("WAL archive"), "archive_mode is " + row.getString("archive_mode"));
    }

    private static Diagnosis age(ResultSet row) throws SQLException {
        long age = row.getLong("transaction_age");
        String says = "the oldest transaction id is %,d transactions old".formatted(age);
        return age > MANY_TRANSACTIONS
                ? Diagnosis.error(
                        Place.of("transaction ids"),
                        says + ", and at two billion the server stops taking writes",
                        "Run \"vacuum freeze\", and see what keeps autovacuum from it")
                : Diagnosis.fine(Place.of("transaction ids"), says);
    }

    private static Diagnosis sleepers(ResultSet row) throws SQLException {
        long sleepers = row.getLong("sleepers");
        return sleepers > 0
                ? Diagnosis.warning(
                        Place.of("idle transactions"),
                        "%d sessions have slept in a transaction for over five minutes, and keep old rows and locks"
                                .formatted(sleepers),
                        "Find them in pg_stat_activity (state 'idle in transaction') and end them")
                : Diagnosis.fine(Place.of("idle transactions"), "none");
    }

    private static Diagnosis followers(ResultSet row) throws SQLException {
        long followers = row.getLong("followers");
        return followers > 0 && !row.getBoolean("sees_followers")
                ? Diagnosis.note(
                        Place.of("standbys"),
                        "%d follow, and our user may not see how far they are behind, so that batches do not shrink for them; the role pg_monitor lets it"
                                .formatted(followers))
                : Diagnosis.fine(Place.of("standbys"), "%d follow".formatted(followers));
    }

    private static List<Diagnosis> slots(Connection connection) throws SQLException {
        List<Diagnosis> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SLOTS)) {
            while (row.next()) {
                all.add(Diagnosis.warning(
                        Place.of("replication slot " + row.getString("slot_name")),
                        "nobody reads it, and it keeps %s of WAL on the server's disk".formatted(row.getString("kept")),
                        "Start its reader, or drop it by pg_drop_replication_slot; max_slot_wal_keep_size bounds it"));
            }
        }
        return all.isEmpty() ? List.of(Diagnosis.fine(Place.of("replication slots"), "none is forgotten")) : all;
    }
}
