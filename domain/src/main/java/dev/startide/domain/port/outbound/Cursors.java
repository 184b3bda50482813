package dev.startide.domain.port.outbound;

import dev.startide.domain.event.LaneId;
import java.util.Map;

/// How far each lane has been loaded.
public interface Cursors {

    /// The position up to which each lane is loaded; lanes that were never loaded are left out.
    Map<LaneId, Long> positions();
}
