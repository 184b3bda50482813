package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.LivingSession;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.Schemas;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// Keeps the lease in the one row of `startide.loader_lease`. A write of the loader holds that row,
/// so that nobody takes the lease in the middle of it.
///
/// The row says by which session its holder took it, too. When a process dies, its sessions end, and
/// others take the lease at once; if its machine or the network is gone they wait until the lease has
/// run out. A holder whose session ended while it lives may lose the lease to another: its epoch is
/// what keeps it from writing then.
///
/// A process gets it only as long as its model is the one that was applied last.
@Singleton
final class PostgresLoaderLease implements LoaderLease {

    private static final String TAKE = "take the loader's lease";

    private static final String ACQUIRE = SqlFile.beside(PostgresLoaderLease.class, "acquire_lease.sql");

    private static final String RELEASE =
            "update startide.loader_lease set holder = '', expires_at = clock_timestamp() where holder = ?";

    private static final String GENERATION = "select generation from startide.loader_lease";

    private final Database database;
    private final LivingSession session;
    private final ModelFence fence;
    private final String acquire;
    private final String release;
    private final String generation;

    /// @param model that this process knows; asked for when the lease is wanted
    @Inject
    PostgresLoaderLease(Database database, LivingSession session, BeanProvider<WarehouseModel> model) {
        this(
                database,
                session,
                Schemas.LIVE.control(),
                new ModelFence(() -> model.isPresent() ? Optional.of(model.get()) : Optional.empty()));
    }

    /// @param schema where the lease is kept
    PostgresLoaderLease(Database database, LivingSession session, String schema) {
        this(database, session, schema, ModelFence.ofGenerations());
    }

    private PostgresLoaderLease(Database database, LivingSession session, String schema, ModelFence fence) {
        this.database = database;
        this.session = session;
        this.fence = fence;
        this.acquire = in(schema, ACQUIRE);
        this.release = in(schema, RELEASE);
        this.generation = in(schema, GENERATION);
    }

    @Override
    public OptionalLong acquire(String holder, Duration time) {
        return session.directly(TAKE, (connection, sign) -> {
            fence.check(connection, generation, Purpose.ROWS);
            return take(connection, sign, holder, time, false);
        });
    }

    @Override
    public long takeOver(String holder, Duration time, Purpose purpose) {
        return session.directly(TAKE, (connection, sign) -> {
                    fence.check(connection, generation, purpose);
                    return take(connection, sign, holder, time, true);
                })
                .orElseThrow();
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

    private OptionalLong take(Connection connection, long sign, String holder, Duration time, boolean byForce)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(acquire)) {
            statement.setString(1, holder);
            statement.setLong(2, sign);
            statement.setString(3, holder);
            statement.setString(4, time.toString());
            statement.setString(5, holder);
            statement.setBoolean(6, byForce);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return OptionalLong.empty();
                }
                fence.checkGeneration(row.getLong(2));
                return OptionalLong.of(row.getLong(1));
            }
        }
    }

    private static String in(String schema, String statement) {
        return statement.replace(Schemas.LIVE.control() + ".", schema + ".");
    }
}
