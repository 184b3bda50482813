package dev.startide.domain.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The bounds and the resolution of event times.
public final class EventTime {

    /// The earliest event time, inclusive.
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /// The latest event time, exclusive: far enough for contracts, near enough to expose a unit
    /// taken for another.
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final int HALF_A_MICROSECOND = 500;

    private EventTime() {}

    /// Whether an event may have happened then.
    public static boolean isInBounds(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    /// The nearest microsecond, which is what the warehouse can hold.
    public static Instant rounded(Instant time) {
        return time.plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS);
    }
}
