package dev.startide.app.crash;

import dev.startide.app.instance.Instance;
import dev.startide.dev.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// How long it takes from the answer that an event is safe until readers of the star see it: asked
/// with four events a second, one thread that sends and one that looks.
final class Freshness implements AutoCloseable {

    private static final long SEND_EVERY = 250_000_000;
    private static final long LOOK_EVERY = 20_000_000;
    private static final double NANOS = 1e9;

    /// @param accepted when, by [System#nanoTime]
    /// @param seconds until it was seen
    record Seen(long accepted, double seconds) {}

    private final TestDatabase database;
    private final Instance instance;
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Thread> threads;
    private volatile boolean sends = true;
    private volatile boolean looks = true;
    private int sent;

    private Freshness(TestDatabase database, Instance instance) {
        this.database = database;
        this.instance = instance;
        this.threads = List.of(
                Thread.ofPlatform().unstarted(() -> again(() -> sends, SEND_EVERY, this::send)),
                Thread.ofPlatform().unstarted(() -> again(() -> looks, LOOK_EVERY, this::look)));
    }

    /// Begins to ask an instance.
    static Freshness of(TestDatabase database, Instance instance) {
        Freshness freshness = new Freshness(database, instance);
        freshness.threads.forEach(Thread::start);
        return freshness;
    }

    /// What was seen so far.
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /// Sends no more, and looks on for those that are on their way.
    ///
    /// @return how many were sent
    int end() throws InterruptedException {
        sends = false;
        threads.getFirst().join();
        return sent;
    }

    /// The seconds within which so many of a hundred were seen.
    static double percentile(List<Seen> seen, double percent) {
        double[] sorted = seen.stream().mapToDouble(Seen::seconds).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(percent / 100 * sorted.length))];
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    private static void again(BooleanSupplier goesOn, long pause, Step step) {
        try {
            while (goesOn.getAsBoolean()) {
                LockSupport.parkNanos(pause);
                step.take();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() throws InterruptedException {
        String id = "probe-" + sent;
        Posting posting = Posting.of(List.of(Harvest.probe(id)));
        sent++;
        while (!posting.isTakenBy(instance)) {
            Thread.sleep(10);
        }
        waiting.put(id, System.nanoTime());
    }

    private void look() {
        List<String> asked = new ArrayList<>(waiting.keySet());
        if (!asked.isEmpty()) {
            try {
                look(asked);
            } catch (SQLException away) {
                LockSupport.parkNanos(SEND_EVERY);
            }
        }
    }

    private void look(List<String> asked) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select sale_id from star.sale where sale_id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", asked.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                long now = System.nanoTime();
                while (rows.next()) {
                    Long accepted = waiting.remove(rows.getString(1));
                    if (accepted != null) {
                        seen.add(new Seen(accepted, (now - accepted) / NANOS));
                    }
                }
            }
        }
    }

    /// Asks no longer.
    @Override
    public void close() {
        sends = false;
        looks = false;
    }
}
