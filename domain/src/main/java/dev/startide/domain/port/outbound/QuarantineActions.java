package dev.startide.domain.port.outbound;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.ActionProgress;
import dev.startide.domain.quarantine.EventAction;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineFilter;
import java.util.List;
import java.util.Optional;

/// What operators want done with events of the quarantine, kept for ever, and waiting for the
/// loader until it was done. Safe for use by many threads. Checked by `QuarantineContract`.
public interface QuarantineActions {

    /// Keeps an action, which is about no event yet.
    ///
    /// @return its number
    long open(ActionOrder order);

    /// Makes an action be about further events of the quarantine: those that fit, in the order of
    /// lanes and positions. With each goes its amendment, if the action is one that amends. All of
    /// them or none; durable when it returns.
    ///
    /// @param after only events after this one
    /// @param limit no more than so many
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if the action amends
    ///     and a rebuild is under way, which may have read the events as they were
    ActionProgress extend(long action, ActionOrder order, QuarantineFilter filter, LanePosition after, int limit);

    /// Events that wait to be tried again, in the order of lanes and positions, each once. What
    /// became of them is told with the write that does it.
    ///
    /// @param limit no more than so many
    List<LanePosition> waiting(int limit);

    /// An action, if there is one of that number.
    Optional<QuarantineAction> action(long number);

    /// The latest actions, the last one first.
    List<QuarantineAction> latest(int limit);

    /// What was done with an event, the last first.
    List<EventAction> about(LanePosition event, int limit);
}
