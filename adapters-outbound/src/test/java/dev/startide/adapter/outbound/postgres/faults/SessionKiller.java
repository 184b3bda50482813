package dev.startide.adapter.outbound.postgres.faults;

import dev.startide.dev.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Ends the sessions of Startide in a database, at once or again and again.
final class SessionKiller implements AutoCloseable {

    private static final int PAUSE_MILLIS = 200;

    private final TestDatabase server;
    private final AtomicInteger left;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    private SessionKiller(TestDatabase server, int times) {
        this.server = server;
        this.left = new AtomicInteger(times);
    }

    /// Kills every 200 milliseconds, so many times, beginning now.
    static SessionKiller of(TestDatabase server, int times) {
        SessionKiller killer = new SessionKiller(server, times);
        var _ = killer.timer.scheduleWithFixedDelay(killer::next, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return killer;
    }

    static void kill(TestDatabase server) {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name like 'startide-%' and datname = current_database()");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    boolean isDone() {
        return left.get() <= 0;
    }

    private void next() {
        if (!isDone()) {
            kill(server);
            left.decrementAndGet();
        }
    }

    @Override
    public void close() {
        timer.close();
    }
}
