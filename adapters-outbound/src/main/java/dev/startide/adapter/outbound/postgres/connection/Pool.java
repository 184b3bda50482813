package dev.startide.adapter.outbound.postgres.connection;

import java.time.Duration;
import java.util.Arrays;

/// The pools of connections, kept apart so that a busy load never keeps an event out, and neither
/// keeps an operator from seeing why.
public enum Pool {
    /// Appends to the raw log.
    INGEST(Pool.INGEST_NAME),

    /// Reads the raw log and writes the warehouse.
    LOAD(Pool.LOAD_NAME),

    /// Status, plans, small rows, migrations.
    CONTROL(Pool.CONTROL_NAME),

    /// The one session that tells others that this process lives; see [LivingSession].
    LIFE(Pool.LIFE_NAME);

    /// The data source's bean name of [#INGEST].
    public static final String INGEST_NAME = "ingest";

    /// The data source's bean name of [#LOAD].
    public static final String LOAD_NAME = "load";

    /// The data source's bean name of [#CONTROL].
    public static final String CONTROL_NAME = "control";

    private static final String LIFE_NAME = "life";

    private final String beanName;

    Pool(String beanName) {
        this.beanName = beanName;
    }

    String beanName() {
        return beanName;
    }

    /// How long a statement may wait for a lock; nothing if only its own limit counts.
    Duration lockTimeout(DatabaseConfig config) {
        return switch (this) {
            case LOAD -> config.loadLockTimeout();
            case INGEST, CONTROL, LIFE -> Duration.ZERO;
        };
    }

    /// After how long the server ends the session of a process that stopped in the middle of a
    /// transaction, and with it the locks. Whoever loads says the next thing at once, and keeps others
    /// from taking over as long as it does not.
    Duration patienceInTransaction() {
        return switch (this) {
            case LOAD -> Duration.ofSeconds(10);
            case INGEST, CONTROL, LIFE -> Duration.ofMinutes(1);
        };
    }

    /// How many connections one process takes at most.
    public static int mostConnections(DatabaseConfig config) {
        return Arrays.stream(values()).mapToInt(pool -> pool.size(config)).sum();
    }

    int size(DatabaseConfig config) {
        return switch (this) {
            case INGEST -> config.ingestConnections();
            case LOAD -> config.loadConnections();
            case CONTROL -> config.controlConnections();
            case LIFE -> 1;
        };
    }
}
