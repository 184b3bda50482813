package dev.startide.domain.port.inbound;

import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.warehouse.mapping.SourceName;
import java.util.function.LongConsumer;

/// Has something done with events of the quarantine. What is wanted is kept first; the process that
/// loads does it, between two batches. Safe for use by many threads.
///
/// **Idempotent.** An event that is not in the quarantine any more when the loader comes to it
/// stays as it is.
public interface SettleQuarantine {

    /// Asks for it. Returns when that is kept, not when it is done.
    ///
    /// @param filter which events; with an edit exactly one
    /// @param limit no more than so many events
    /// @param watcher told now and then how many events have been gathered
    /// @return the action, which is about no event if none fits
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if events are to be
    ///     edited or discarded while a rebuild is under way
    QuarantineAction ask(ActionOrder order, QuarantineFilter filter, long limit, LongConsumer watcher);

    /// Lets a source go on that is paused because of a burst. What cannot be loaded of it is set
    /// aside from then on.
    ///
    /// @param by who wants it
    /// @param why in their words; may be empty
    /// @return whether it was paused
    boolean resume(SourceName source, String by, String why);
}
