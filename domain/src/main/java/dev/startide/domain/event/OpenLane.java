package dev.startide.domain.event;

import dev.startide.warehouse.mapping.SourceName;

/// A lane that has been taken over for writing. Whoever took it over before can no longer write to
/// it.
///
/// @param epoch counts the take-overs; a writer with an older one is refused
/// @param position how far the source has been logged; reading goes on after it
public record OpenLane(LaneId id, SourceName source, LaneName name, long epoch, SourcePosition position) {

    /// The same lane after its source has been logged further.
    public OpenLane advancedTo(SourcePosition next) {
        return new OpenLane(id, source, name, epoch, next);
    }
}
