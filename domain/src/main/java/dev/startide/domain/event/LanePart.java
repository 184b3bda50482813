package dev.startide.domain.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Consecutive events of a lane.
///
/// @param first position of the first of them
/// @param last position of the last of them
public record LanePart(LaneId lane, long first, long last) {

    private static final Comparator<LanePosition> BY_LANE_AND_POSITION =
            Comparator.comparing(LanePosition::lane).thenComparingLong(LanePosition::position);

    /// The fewest parts that hold these events and no other ones, in the order of lanes and
    /// positions.
    public static List<LanePart> of(Collection<LanePosition> events) {
        List<LanePart> parts = new ArrayList<>();
        for (LanePosition at : events.stream().sorted(BY_LANE_AND_POSITION).toList()) {
            LanePart last = parts.isEmpty() ? null : parts.getLast();
            if (last != null && last.lane().equals(at.lane()) && at.position() <= last.last() + 1) {
                parts.set(parts.size() - 1, new LanePart(last.lane(), last.first(), at.position()));
            } else {
                parts.add(new LanePart(at.lane(), at.position(), at.position()));
            }
        }
        return List.copyOf(parts);
    }

    /// Whether an event is among them.
    public boolean holds(LanePosition at) {
        return at.lane().equals(lane) && at.position() >= first && at.position() <= last;
    }
}
