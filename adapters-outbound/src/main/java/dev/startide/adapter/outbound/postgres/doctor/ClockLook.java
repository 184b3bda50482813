package dev.startide.adapter.outbound.postgres.doctor;

import dev.startide.domain.diagnosis.Diagnosis;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;

/// The server's clock beside ours. Leases run by the server's; times of arrival, and so the windows
/// in which ids are remembered, by ours.
@Singleton
@Order(2)
final class ClockLook implements Look {

    private static final String NOW = "select clock_timestamp()";
    private static final Duration TOO_MUCH = Duration.ofSeconds(5);
    private static final double MILLIS_PER_SECOND = 1_000;

    private final InstantSource clock;

    ClockLook(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Diagnosis> at(Connection connection) throws SQLException {
        Instant before = clock.instant();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NOW)) {
            row.next();
            Instant theirs = row.getObject(1, OffsetDateTime.class).toInstant();
            return List.of(diagnosis(before, theirs, clock.instant()));
        }
    }

    /// @param before our time when the server was asked
    /// @param after our time when it had answered
    static Diagnosis diagnosis(Instant before, Instant theirs, Instant after) {
        Duration ahead =
                Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), theirs);
        String says = "it is %.1f s %s ours"
                .formatted(Math.abs(ahead.toMillis()) / MILLIS_PER_SECOND, ahead.isNegative() ? "behind" : "ahead of");
        return ahead.abs().compareTo(TOO_MUCH) > 0
                ? Diagnosis.warning(
                        Place.of("clock"),
                        says + ", so times of arrival, and windows in which ids are recognised, are wrong by as much",
                        "Have both machines keep time by the same server (NTP)")
                : Diagnosis.fine(Place.of("clock"), says);
    }
}
