package dev.startide.domain.event;

/// Where an event stands in the raw log. Positions of a lane start at 1 and have no gaps.
public record LanePosition(LaneId lane, long position) {

    @Override
    public String toString() {
        return lane + "/" + position;
    }
}
