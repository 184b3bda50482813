package dev.startide.adapter.outbound.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class PostgresFailuresTest {

    private final PostgresFailures failures =
            new PostgresFailures(ServerAddress.of("jdbc:postgresql://db.example:6432/shop"));

    @Test
    void namesTheServerAndWhatToCheckIfItCannotBeReached() {
        // Given
        var refused = new SQLException("Connection refused", "08001");

        // When
        StartideException failure = failures.whileTrying("read the raw log", refused);

        // Then
        assertThat(failure)
                .hasMessageContaining("read the raw log")
                .hasMessageContaining("db.example:6432")
                .hasMessageContaining("startide.database.url");
    }

    @Test
    void looksIntoWhatThePoolMakesOfAFailure() {
        // Given
        var timeout =
                new SQLTransientConnectionException("request timed out", new SQLException("no such user", "28000"));

        // When
        StartideException failure = failures.whileTrying("connect", timeout);

        // Then
        assertThat(failure.code()).isEqualTo(FailureCode.SETTING_INVALID);
    }

    @Test
    void tellsWhyTheServerLetNobodyInAndNotThatThePoolTimedOut() {
        // Given
        var noPassword = new SQLException("no password was provided", "08004");
        var timeout = new SQLTransientConnectionException("request timed out", "08004", 0, noPassword);

        // When
        StartideException failure = failures.whileTrying("connect", timeout);

        // Then
        assertThat(failure).hasMessageContaining("no password was provided");
        assertThat(failure.getMessage()).doesNotContain("timed out");
    }

    @Test
    void keepsTheRefusedValueToItself() {
        // Given
        var refused = new SQLException("invalid input syntax for type integer: \"4711-secret\"", "22P02");

        // When
        StartideException failure = failures.whileTrying("write a batch", refused);

        // Then
        assertThat(failure).hasMessageContaining("22P02");
        assertThat(failure.getMessage()).doesNotContain("secret");
    }
}
