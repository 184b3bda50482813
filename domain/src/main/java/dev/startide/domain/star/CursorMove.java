package dev.startide.domain.star;

import dev.startide.domain.event.LaneId;
import java.util.Map;

/// The load of a lane goes on from one position to another, and what became of the events between
/// them.
///
/// @param after the position up to which the lane was loaded before
/// @param upTo the position up to which it is loaded now
/// @param ignored how many events each rule set aside, by the rule's name
public record CursorMove(LaneId lane, long after, long upTo, long loaded, long quarantined, Map<String, Long> ignored) {

    public CursorMove {
        ignored = Map.copyOf(ignored);
        long accounted = loaded
                + quarantined
                + ignored.values().stream().mapToLong(Long::longValue).sum();
        if (accounted != upTo - after) {
            throw new IllegalArgumentException("Lane %s moves from %d to %d, but %d events are accounted for"
                    .formatted(lane, after, upTo, accounted));
        }
    }
}
