package dev.startide.adapter.outbound.postgres.copy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/// Days and microseconds as PostgreSQL counts them: from the year 2000.
final class TimeEncoding {

    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_DAY = EPOCH.toEpochDay();
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    /// PostgreSQL's bounds: from 4714-11-24 BC, up to the year 5874897 for days and 294276 for
    /// instants.
    private static final LocalDate FIRST_DAY = LocalDate.of(-4713, 11, 24);

    private static final LocalDate LAST_DAY = LocalDate.of(5_874_897, 12, 31);
    private static final Instant FIRST_INSTANT = Instant.parse("-4713-11-24T00:00:00Z");
    private static final Instant LAST_INSTANT = Instant.parse("+294276-12-31T23:59:59.999999Z");

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private TimeEncoding() {}

    static boolean isInBounds(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    static boolean isInBounds(Instant instant) {
        return !instant.isBefore(FIRST_INSTANT)
                && !instant.truncatedTo(ChronoUnit.MICROS).isAfter(LAST_INSTANT);
    }

    static int days(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - EPOCH_DAY);
    }

    static long micros(LocalTime time) {
        return time.toNanoOfDay() / NANOS_PER_MICRO;
    }

    static long micros(Instant instant) {
        return (instant.getEpochSecond() - EPOCH_SECOND) * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
    }
}
