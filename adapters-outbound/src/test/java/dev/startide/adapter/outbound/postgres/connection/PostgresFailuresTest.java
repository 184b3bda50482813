package dev.startide.adapter.outbound.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresFailuresTest {

    private final PostgresFailures failures =
            new PostgresFailures(ServerAddress.of("jdbc:postgresql://db.example:6432/shop"));

    @ParameterizedTest
    @CsvSource({
        "22001, DATA_REFUSED", // text too long
        "22003, DATA_REFUSED", // number out of range
        "22021, DATA_REFUSED", // NUL in text
        "22P02, DATA_REFUSED", // no such value
        "23502, DATA_REFUSED", // null
        "23503, DATA_REFUSED", // no such row
        "23514, DATA_REFUSED", // check
        "54000, DATA_REFUSED", // row of an index too large
        "23505, INVARIANT_BROKEN", // a key that we held to be new
        "23P01, INVARIANT_BROKEN",
        "40001, DATABASE_CONFLICT",
        "40P01, DATABASE_CONFLICT",
        "42P01, INVARIANT_BROKEN",
        "42501, INVARIANT_BROKEN",
        "0A000, INVARIANT_BROKEN",
        "25P02, INVARIANT_BROKEN",
        "25006, DATABASE_UNAVAILABLE",
        "25P03, DATABASE_UNAVAILABLE",
        "25P04, DATABASE_UNAVAILABLE",
        "28P01, SETTING_INVALID",
        "3D000, SETTING_INVALID",
        "08001, DATABASE_UNAVAILABLE",
        "08006, DATABASE_UNAVAILABLE",
        "53100, DATABASE_UNAVAILABLE", // disk full
        "53300, DATABASE_UNAVAILABLE", // too many connections
        "55P03, DATABASE_UNAVAILABLE", // lock not available
        "57014, DATABASE_UNAVAILABLE", // canceled by a timeout
        "57P01, DATABASE_UNAVAILABLE", // shutting down
        "58030, DATABASE_UNAVAILABLE", // input or output
        "XX000, DATABASE_UNAVAILABLE",
        "99999, DATABASE_UNAVAILABLE",
        "'', DATABASE_UNAVAILABLE",
        ", DATABASE_UNAVAILABLE"
    })
    void saysWhatIsDoneAboutAnSqlState(String sqlState, FailureCode expected) {
        // When
        FailureCode code = PostgresFailures.codeOf(sqlState);

        // Then
        assertThat(code).isEqualTo(expected);
    }

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
