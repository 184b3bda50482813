package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.warehouse.layout.Schemas;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps the lease in the one row of `startide.loader_lease`. A write of the loader holds that row,
/// so that nobody takes the lease in the middle of it.
///
/// A process knows one model. If the warehouse is rebuilt for another one while it stands by, it
/// gets the lease no more.
@Singleton
final class PostgresLoaderLease implements LoaderLease {

    private static final String ACQUIRE = SqlFile.beside(PostgresLoaderLease.class, "acquire_lease.sql");

    private static final String RELEASE =
            "update startide.loader_lease set holder = '', expires_at = clock_timestamp() where holder = ?";

    private static final String GENERATION = "select generation from startide.loader_lease";

    private static final long UNKNOWN = -1;

    private final Database database;
    private final String acquire;
    private final String release;
    private final String generation;

    /// The generation that this process belongs to.
    private final AtomicLong own = new AtomicLong(UNKNOWN);

    @Inject
    PostgresLoaderLease(Database database) {
        this(database, Schemas.LIVE.control());
    }

    /// @param schema where the lease is kept
    PostgresLoaderLease(Database database, String schema) {
        this.database = database;
        this.acquire = in(schema, ACQUIRE);
        this.release = in(schema, RELEASE);
        this.generation = in(schema, GENERATION);
    }

    @Override
    public OptionalLong acquire(String holder, Duration time) {
        return take(holder, time, false);
    }

    @Override
    public long takeOver(String holder, Duration time) {
        return take(holder, time, true).orElseThrow();
    }

    @Override
    public void release(String holder) {
        database.directly(Pool.CONTROL, "give up the loader's lease", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(release)) {
                statement.setString(1, holder);
                return statement.executeUpdate();
            }
        });
    }

    private OptionalLong take(String holder, Duration time, boolean byForce) {
        return database.directly(Pool.CONTROL, "take the loader's lease", connection -> {
            requireGeneration(connection.prepareStatement(generation));
            try (PreparedStatement statement = connection.prepareStatement(acquire)) {
                statement.setString(1, holder);
                statement.setString(2, holder);
                statement.setString(3, time.toString());
                statement.setString(4, holder);
                statement.setBoolean(5, byForce);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return OptionalLong.empty();
                    }
                    requireSame(row.getLong(2));
                    return OptionalLong.of(row.getLong(1));
                }
            }
        });
    }

    /// Before anything is taken, so that others need not wait for what we may not use.
    private void requireGeneration(PreparedStatement asked) throws SQLException {
        try (PreparedStatement statement = asked;
                ResultSet row = statement.executeQuery()) {
            if (row.next()) {
                requireSame(row.getLong(1));
            }
        }
    }

    private void requireSame(long found) {
        long expected = own.updateAndGet(known -> known == UNKNOWN ? found : known);
        if (expected != found) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    "The warehouse was rebuilt for another model since this process began; start it again with that model");
        }
    }

    private static String in(String schema, String statement) {
        return statement.replace(Schemas.LIVE.control() + ".", schema + ".");
    }
}
