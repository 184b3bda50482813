package dev.startide.domain.port.outbound;

import java.time.Duration;
import java.util.OptionalLong;

/// Who may load the warehouse: one process at a time, for a while, by the database's clock. A lease
/// may end before its time when its holder is known to be dead.
public interface LoaderLease {

    /// Takes the lease if it is free or has run out, or prolongs it for its holder.
    ///
    /// @param holder names this process uniquely
    /// @param time how long the lease lasts from now on
    /// @return the epoch of the lease, or empty while another process holds it. The epoch of a
    ///     holder does not change while the lease is prolonged in time; it grows whenever the lease
    ///     is taken anew.
    OptionalLong acquire(String holder, Duration time);

    /// Takes the lease from whoever has it. A write of theirs that has begun ends first; all later
    /// ones fail as `FENCED`, and until the lease is given up or runs out they stand by. For
    /// maintenance, not for loading.
    ///
    /// @param holder names this process uniquely
    /// @param time how long the lease lasts from now on
    /// @param purpose what it is taken for
    /// @return the epoch of the lease, as for [#acquire]
    long takeOver(String holder, Duration time, Purpose purpose);

    /// What whoever takes the lease from another process is about to do.
    enum Purpose {
        /// Writes rows as a loader does; the model must be the one that was applied last.
        ROWS,

        /// Puts other tables in the place of those that are there, which may be those of another model.
        TABLES
    }

    /// Gives the lease up, so that another process can take it at once. Does nothing if the holder
    /// has lost it.
    void release(String holder);
}
