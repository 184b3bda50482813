package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jooq.Name;

/// Gets hold of tables and views for a moment: all of them within a time, or none.
///
/// Whoever reads one of them waits behind us for no longer than that time, however many there are.
///
/// @param patience for all of them together
record TableLocks(Sql sql, Duration patience) {

    /// A lock could not be had in time; others wait for each other.
    private static final List<String> LOCKED = List.of("55P03", "40P01");

    /// The code of the failure that says so.
    static final FailureCode STILL_LOCKED = FailureCode.DATABASE_CONFLICT;

    void take(Collection<Name> relations) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (Name relation : relations) {
                long left =
                        Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
                sql.execute("set local lock_timeout = %d".formatted(left));
                sql.run("lock table only {0} in access exclusive mode", relation);
            }
            sql.execute("set local lock_timeout = %d"
                    .formatted(Math.max(
                            1, Duration.ofNanos(end - System.nanoTime()).toMillis())));
        } catch (SQLException failure) {
            if (LOCKED.contains(String.valueOf(failure.getSQLState()))) {
                throw StartideException.because(
                        STILL_LOCKED,
                        "Somebody has held tables of the warehouse for too long, in a transaction that is still open."
                                + " Nothing was changed: end that transaction, and try again",
                        failure);
            }
            throw failure;
        }
    }
}
