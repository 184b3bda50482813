package dev.startide.adapter.outbound.postgres.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.adapter.outbound.postgres.connection.DatabaseConfig;
import dev.startide.domain.port.outbound.Standbys;
import dev.startide.domain.testkit.Await;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/// A follower that is a connection of ours, and applies what the test says.
class PostgresStandbysIT {

    private static final long WRITTEN = 2_000_000;

    private final PostgresStorage storage = PostgresStorage.fresh();
    private final Standbys standbys = storage.port(Standbys.class);

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void seesHowFarTheSlowestFollowerIsBehind() throws SQLException {
        // Given
        try (Connection connection = replication();
                PGReplicationStream follower = following(connection)) {
            applied(follower, now());

            // When
            storage.execute("create table grown as select repeat('x', 100) as text from generate_series(1, 20_000)");
            follower.forceUpdateStatus();

            // Then
            Await.until("the follower is behind", () -> standbys.bytesBehind() > WRITTEN);

            // When
            applied(follower, now());

            // Then
            Await.until("the follower has caught up", () -> standbys.bytesBehind() < WRITTEN);
        }
    }

    @Test
    void seesNothingWhereNobodyFollows() {
        // When
        long behind = standbys.bytesBehind();

        // Then
        assertThat(behind).isZero();
    }

    private static void applied(PGReplicationStream follower, LogSequenceNumber position) throws SQLException {
        follower.setFlushedLSN(position);
        follower.setAppliedLSN(position);
        follower.forceUpdateStatus();
    }

    private LogSequenceNumber now() {
        return LogSequenceNumber.valueOf(
                storage.query("select pg_current_wal_lsn()").getFirst());
    }

    private PGReplicationStream following(Connection connection) throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .physical()
                .withStartPosition(now())
                .start();
    }

    private Connection replication() throws SQLException {
        DatabaseConfig server = storage.port(DatabaseConfig.class);
        Properties properties = new Properties();
        PGProperty.USER.set(properties, server.user());
        PGProperty.PASSWORD.set(properties, server.password());
        PGProperty.REPLICATION.set(properties, "true");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "16");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        return DriverManager.getConnection(server.url(), properties);
    }
}
