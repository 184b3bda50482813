package dev.startide.domain.quality;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.warehouse.mapping.SourceName;

/// What became of the events of a lane.
public record LaneProgress(
        LaneId id, SourceName source, LaneName name, long received, long loaded, long quarantined, long ignored) {

    /// How many events have been logged but not yet decided upon.
    public long waiting() {
        return received - loaded - quarantined - ignored;
    }
}
