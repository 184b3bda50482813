package dev.startide.domain.event;

/// The number of a lane of the raw log.
public record LaneId(int value) implements Comparable<LaneId> {

    @Override
    public int compareTo(LaneId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
