package dev.startide.domain.port.inbound;

import dev.startide.domain.replay.ReplayOrder;
import dev.startide.domain.replay.ReplayProgress;

/// Reads a part of the raw log again, and loads it once more. What is in the warehouse already
/// changes nothing; what was quarantined or ignored, and can be loaded now, is loaded and counted
/// so. Cursors do not move. Used by one thread.
///
/// While this process does so, no other one loads.
public interface ReplayEvents {

    /// Takes the right to load from whoever has it, and finds the part.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if the model has no
    ///     such kind of event
    ReplayProgress begin(ReplayOrder order);

    /// Reads the next batch, in one transaction.
    ///
    /// @throws dev.startide.domain.failure.StartideException with handling `RETRY` if trying again
    ///     later may help: begin anew, which changes nothing of what was done
    ReplayProgress next();

    /// Gives the right to load back.
    void release();
}
