package dev.startide.domain.port.outbound;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.replay.LogPart;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/// What became of single events, and where in the log they are.
public interface EventAccounts {

    /// What became of those of these events that were not loaded.
    Map<LanePosition, EventStanding> notLoaded(Collection<LanePosition> events);

    /// The smallest part of each lane that holds all events that arrived in a time and that the
    /// load has come past; lanes without one are left out.
    ///
    /// @param since inclusive
    /// @param until exclusive
    Map<LaneId, LogPart> arrivedBetween(Instant since, Instant until);
}
