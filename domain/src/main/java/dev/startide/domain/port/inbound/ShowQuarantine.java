package dev.startide.domain.port.inbound;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quarantine.EventAction;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineEntry;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.quarantine.QuarantineSum;
import dev.startide.domain.trace.FoundEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Shows what is in the quarantine, and what was done about it. Changes nothing. Safe for use by
/// many threads.
public interface ShowQuarantine {

    /// Before every event.
    LanePosition START = new LanePosition(new LaneId(0), 0);

    /// The next events that fit, in the order of lanes and positions.
    ///
    /// @param after only events after this one
    /// @param limit no more than so many
    List<QuarantineEntry> page(QuarantineFilter filter, LanePosition after, int limit);

    /// How many events fit, by source and reason.
    List<QuarantineSum> sums(QuarantineFilter filter);

    /// An event of the raw log with all that is known of it; empty if nothing is logged there.
    Optional<Shown> show(LanePosition event);

    /// An event of the raw log, as it came.
    ///
    /// @param entry its place in the quarantine; empty if it is not there
    /// @param history what was done with it, the last first
    record Shown(FoundEvent found, Optional<QuarantineEntry> entry, List<EventAction> history) {}

    /// Hands over the events that fit, as they came, page by page.
    ///
    /// @param limit no more than so many
    void export(QuarantineFilter filter, long limit, Consumer<FoundEvent> taker);

    /// The sources that are paused because of a burst.
    List<PausedSource> paused();

    /// An action, if there is one of that number.
    Optional<QuarantineAction> action(long number);

    /// The latest actions, the last one first.
    List<QuarantineAction> actions(int limit);
}
