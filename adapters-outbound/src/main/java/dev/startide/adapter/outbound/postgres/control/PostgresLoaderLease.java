package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.port.outbound.LoaderLease;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.OptionalLong;

/// Keeps the lease in the one row of `startide.loader_lease`. A write of the loader holds that row,
/// so that nobody takes the lease in the middle of it.
@Singleton
final class PostgresLoaderLease implements LoaderLease {

    private static final String ACQUIRE = SqlFile.beside(PostgresLoaderLease.class, "acquire_lease.sql");

    private static final String RELEASE =
            "update startide.loader_lease set holder = '', expires_at = clock_timestamp() where holder = ?";

    private final Database database;

    PostgresLoaderLease(Database database) {
        this.database = database;
    }

    @Override
    public OptionalLong acquire(String holder, Duration time) {
        return database.directly(Pool.CONTROL, "take the loader's lease", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ACQUIRE)) {
                statement.setString(1, holder);
                statement.setString(2, holder);
                statement.setString(3, time.toString());
                statement.setString(4, holder);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    @Override
    public void release(String holder) {
        database.directly(Pool.CONTROL, "give up the loader's lease", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
                statement.setString(1, holder);
                return statement.executeUpdate();
            }
        });
    }
}
