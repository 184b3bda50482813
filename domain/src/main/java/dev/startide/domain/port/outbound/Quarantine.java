package dev.startide.domain.port.outbound;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quarantine.QuarantineEntry;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.quarantine.QuarantineSum;
import java.util.List;

/// The events that were set aside. Safe for use by many threads. Checked by `QuarantineContract`.
public interface Quarantine {

    /// The next events that fit, in the order of lanes and positions.
    ///
    /// @param after only events after this one
    /// @param limit no more than so many
    List<QuarantineEntry> page(QuarantineFilter filter, LanePosition after, int limit);

    /// How many events fit, by source and reason, in the order of sources and reasons.
    List<QuarantineSum> sums(QuarantineFilter filter);
}
