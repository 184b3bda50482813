package dev.startide.domain.port.inbound;

import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quarantine.PausedSource;
import java.util.List;

/// Loads what has been logged into the tables of the warehouse.
///
/// Used by one thread, but for [#paused]; every call does one batch in one transaction.
public interface LoadWarehouse {

    /// Loads the next batch, if there is one and this process may load; or tries events again that
    /// somebody has asked for.
    ///
    /// @throws dev.startide.domain.failure.StartideException with handling `RETRY` if trying again
    ///     later may help: what was not committed is forgotten, and the next call starts from what
    ///     the database holds; with `HALT` if not
    LoadStep loadNext();

    /// Tries the next events again that somebody has asked for, if there are any and this process
    /// may load; nothing that is new is loaded.
    ///
    /// @throws dev.startide.domain.failure.StartideException as [#loadNext]
    LoadStep retryNext();

    /// The sources of which nothing is loaded, because too many of their events could not be, as far
    /// as this process knows. For any thread.
    List<PausedSource> paused();

    /// Gives up the right to load, so that another process can go on at once.
    void release();
}
