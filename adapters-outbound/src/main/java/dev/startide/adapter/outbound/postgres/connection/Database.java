package dev.startide.adapter.outbound.postgres.connection;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/// The way to the server: a connection for a piece of work, in a transaction or without one.
///
/// Before the first piece of work the server is checked, and before the first that needs our own
/// tables they are brought up to date. A server that cannot be reached then is tried again at the
/// next piece of work. Whatever goes wrong leaves as [StartideException]. Safe for use by many
/// threads.
@Singleton
public final class Database implements AutoCloseable {

    private final Pools pools;
    private final PostgresFailures failures;
    private final ReentrantLock starting = new ReentrantLock();
    private final AtomicBoolean fit = new AtomicBoolean();
    private final AtomicBoolean prepared = new AtomicBoolean();

    public Database(DatabaseConfig config) {
        this.pools = new Pools(config);
        this.failures = new PostgresFailures(ServerAddress.of(config.url()));
    }

    /// Does work in one transaction, commits it, and waits until that is durable. If the work or
    /// the commit fails, all is rolled back, or, after a lost connection, unknown.
    ///
    /// @param action what is done, to follow "Cannot" in the message of a failure
    public <T> T inTransaction(Pool pool, String action, SqlWork<T> work) {
        ensureOwnTables();
        return translated(action, () -> transaction(pool, work));
    }

    /// Does work whose statements commit one by one.
    ///
    /// @param action what is done, to follow "Cannot" in the message of a failure
    public <T> T directly(Pool pool, String action, SqlWork<T> work) {
        ensureOwnTables();
        return translated(action, () -> direct(pool, work));
    }

    /// Does work on whole tables in one transaction, which takes as long as it takes.
    ///
    /// @param action what is done, to follow "Cannot" in the message of a failure
    public <T> T unhurried(String action, SqlWork<T> work) {
        return inTransaction(Pool.LOAD, action, connection -> {
            int timeout = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            try (Statement settings = connection.createStatement()) {
                settings.execute("set local statement_timeout = 0");
                return work.with(connection);
            } finally {
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
        });
    }

    /// Does work that does not need our own tables, and must not make them.
    ///
    /// @param action what is done, to follow "Cannot" in the message of a failure
    public <T> T looking(String action, SqlWork<T> work) {
        ensureFit();
        return translated(action, () -> direct(Pool.CONTROL, work));
    }

    /// Does work that only looks, and that must be possible on a server that is not fit, too.
    ///
    /// @param action what is done, to follow "Cannot" in the message of a failure
    public <T> T examining(String action, SqlWork<T> work) {
        return translated(action, () -> direct(Pool.CONTROL, work));
    }

    /// Does work that only reads, and that sees the database as it is at its first statement. Needs
    /// our own tables as little as [#looking] does; nobody who writes waits for it.
    ///
    /// @param action what is done, to follow "Cannot" in the message of a failure
    public <T> T onSnapshot(String action, SqlWork<T> work) {
        ensureFit();
        return translated(
                action,
                () -> transaction(Pool.CONTROL, connection -> {
                    try (Statement settings = connection.createStatement()) {
                        settings.execute("set transaction isolation level repeatable read read only");
                    }
                    return work.with(connection);
                }));
    }

    /// Brings our own tables up to date, unless this process has done so before.
    public void ensureOwnTables() {
        ensureFit();
        once(prepared, "make the platform's own tables", () -> {
            new OwnTables(source(Pool.CONTROL)).migrate();
            return true;
        });
    }

    /// Runs anything that may fail with an SQL exception somewhere inside, in our words.
    public <T> T translated(String action, Callable<T> work) {
        try {
            return work.call();
        } catch (StartideException failure) {
            throw failure;
        } catch (Exception failure) {
            throw translate(action, failure);
        }
    }

    DataSource source(Pool pool) {
        return pools.of(pool);
    }

    /// Closes all connections.
    @Override
    @PreDestroy
    public void close() {
        pools.close();
    }

    private void ensureFit() {
        once(
                fit,
                "check the server",
                () -> direct(Pool.CONTROL, connection -> {
                    ServerFitness.require(connection);
                    return true;
                }));
    }

    /// One thread at a time: together they would take the connections that the work itself needs.
    private void once(AtomicBoolean done, String action, Callable<Boolean> work) {
        if (done.get()) {
            return;
        }
        starting.lock();
        try {
            if (!done.get()) {
                done.set(translated(action, work));
            }
        } finally {
            starting.unlock();
        }
    }

    private <T> T direct(Pool pool, SqlWork<T> work) throws SQLException {
        try (Connection connection = source(pool).getConnection()) {
            return work.with(connection);
        }
    }

    private <T> T transaction(Pool pool, SqlWork<T> work) throws SQLException {
        try (Connection connection = source(pool).getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (Exception failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private StartideException translate(String action, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartideException known) {
                return known;
            }
            if (cause instanceof SQLException complaint) {
                return failures.whileTrying(action, complaint);
            }
        }
        return StartideException.because(
                FailureCode.INVARIANT_BROKEN, "Cannot %s: %s".formatted(action, failure), failure);
    }
}
