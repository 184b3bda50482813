package dev.startide.domain.event;

import java.time.Instant;
import java.util.Comparator;

/// The total order of changes within a key: event time, then the source's sequence, then the
/// event's digest. Never the time of arrival, so that the order of arrival cannot matter.
///
/// @param at the event time, in microseconds
/// @param sequence what the source says orders events of one instant; 0 if it says nothing
public record ChangeOrder(Instant at, long sequence, EventDigest event) implements Comparable<ChangeOrder> {

    /// Before every change.
    public static final ChangeOrder NEVER = new ChangeOrder(Instant.MIN, Long.MIN_VALUE, new EventDigest(0, 0));

    private static final Comparator<ChangeOrder> TOTAL = Comparator.comparing(ChangeOrder::at)
            .thenComparingLong(ChangeOrder::sequence)
            .thenComparing(ChangeOrder::event);

    @Override
    public int compareTo(ChangeOrder other) {
        return TOTAL.compare(this, other);
    }

    /// Whether this change comes after the other one.
    public boolean isAfter(ChangeOrder other) {
        return compareTo(other) > 0;
    }
}
