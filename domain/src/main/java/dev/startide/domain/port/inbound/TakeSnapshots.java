package dev.startide.domain.port.inbound;

import dev.startide.domain.quality.SnapshotStep;
import dev.startide.warehouse.star.FactName;
import java.time.LocalDate;
import java.util.Collection;

/// Fills the closed periods of periodic facts.
///
/// The core knows no clock: whoever calls says which day has begun. **Idempotent**: what is filled
/// is not filled again. Every call does a bounded part of the work in one transaction; a crash
/// between two calls loses nothing. Used by the thread that loads, or by one of a process that does
/// not load.
public interface TakeSnapshots {

    /// Does the next part of the work, if there is any and this process may write.
    ///
    /// @param facts only of these periodic facts
    /// @param day periods that are over at the beginning of this day, in the time zone of the
    ///     warehouse, are closed
    /// @throws dev.startide.domain.failure.StartideException with handling `RETRY` if trying again
    ///     later may help, with `HALT` if not
    SnapshotStep next(Collection<FactName> facts, LocalDate day);

    /// Gives up the right to write, so that another process can go on at once.
    void release();
}
