package dev.startide.domain.port.outbound;

import dev.startide.domain.event.LanePart;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quarantine.Amendment;
import java.util.List;
import java.util.Map;

/// What operators have decided about events of the raw log. Safe for use by many threads. Checked
/// by `QuarantineContract`.
public interface Amendments {

    /// The amendments of events of these parts; of several of one event, the latest.
    Map<LanePosition, Amendment> within(List<LanePart> parts);
}
