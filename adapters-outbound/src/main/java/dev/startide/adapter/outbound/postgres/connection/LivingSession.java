package dev.startide.adapter.outbound.postgres.connection;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One session of the server that this process keeps for as long as it lives. It holds an advisory
/// lock, the sign, by which anybody can tell from the server whether it is still there: the system
/// that runs a process closes its connections when it dies.
///
/// The sign proves life, never death: a session may be cut off while its process lives, and hang on
/// for a while after the machine of its process is gone. It begins at the first piece of work, and
/// anew, with another sign, after it was lost. Safe for use by many threads; their work takes turns.
@Singleton
public final class LivingSession implements AutoCloseable {

    private static final String SHOW = "select pg_advisory_lock(?)";

    /// How long the server may take to tell that a session in which something failed is well.
    private static final int SECONDS_TO_ANSWER = 2;

    /// Work in the session.
    ///
    /// @param <T> what comes of it
    @FunctionalInterface
    public interface Work<T> {

        /// Does it.
        ///
        /// @param sign the advisory lock of the session; positive
        T with(Connection connection, long sign) throws SQLException;
    }

    private record Signed(Connection connection, long sign) {}

    private final Database database;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Signed session;

    LivingSession(Database database) {
        this.database = database;
    }

    /// Does work whose statements commit one by one. If the session turns out to be lost, that fails,
    /// although another one could be had: the database may be another one, too, by now, such as an
    /// older copy, and what is remembered of it must go.
    ///
    /// @param action what is done, to follow "Cannot" in the message of a failure
    public <T> T directly(String action, Work<T> work) {
        database.ensureOwnTables();
        turn.lock();
        try {
            return database.translated(action, () -> inSession(work));
        } finally {
            turn.unlock();
        }
    }

    /// Ends the session.
    @Override
    @PreDestroy
    public void close() throws SQLException {
        turn.lock();
        try {
            end();
        } finally {
            turn.unlock();
        }
    }

    private <T> T inSession(Work<T> work) throws SQLException {
        Signed known = session;
        Signed own = known == null ? begin() : known;
        try {
            return work.with(own.connection(), own.sign());
        } catch (SQLException failure) {
            if (!own.connection().isValid(SECONDS_TO_ANSWER)) {
                end();
            }
            throw failure;
        }
    }

    private Signed begin() throws SQLException {
        Connection connection = database.source(Pool.LIFE).getConnection();
        long sign = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        try (PreparedStatement statement = connection.prepareStatement(SHOW)) {
            statement.setLong(1, sign);
            statement.execute();
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
        Signed begun = new Signed(connection, sign);
        session = begun;
        return begun;
    }

    /// A pool throws a broken connection away when it gets it back.
    private void end() throws SQLException {
        Signed ended = session;
        session = null;
        if (ended != null) {
            ended.connection().close();
        }
    }
}
