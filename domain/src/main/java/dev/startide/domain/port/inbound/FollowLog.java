package dev.startide.domain.port.inbound;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.tap.TappedEvent;
import dev.startide.warehouse.mapping.SourceName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows the raw log as it grows. Changes nothing. For one thread.
public interface FollowLog {

    /// Where to begin so that some of the last events are seen.
    ///
    /// @param sources whose events are wanted
    /// @param last how many events of each lane, at most
    /// @return after which position of each lane to read; hand it to [#next]
    Map<LaneId, Long> lastOnes(Set<SourceName> sources, long last);

    /// Where to begin so that events are seen that arrived at an instant or later.
    Map<LaneId, Long> since(Set<SourceName> sources, Instant instant);

    /// The next events, if there are any: of each lane in order, those of other sources left out.
    ///
    /// @param after the place where reading goes on; moved forward
    /// @param most how many to read at most
    List<TappedEvent> next(Set<SourceName> sources, Map<LaneId, Long> after, int most);
}
