package dev.startide.domain.port.inbound;

import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.RebuildStanding;
import dev.startide.domain.rebuild.RebuildStep;
import dev.startide.domain.rebuild.Wish;

/// Builds tables anew from the raw log, beside the live ones, while loading goes on; then compares
/// both and swaps them.
///
/// Everything is kept in the database: whatever happens to the process, the live warehouse is as it
/// was, and the rebuild can be gone on with. Used by one thread.
public interface RebuildTables {

    /// How far it has come.
    RebuildStanding standing();

    /// Makes empty tables beside the live ones, for the model of this process.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if a rebuild is under
    ///     way or waits to be confirmed, or if the raw log does not hold every event any more;
    ///     `SETTING_INVALID` if there is no table of that name
    RebuildStanding.Building begin(Wish wish);

    /// The same from whatever the raw log still holds: events that were let go count as ignored.
    /// Rebuilt is then not what was loaded.
    RebuildStanding.Building beginWithWhatIsLeft(Wish wish);

    /// Goes on with a rebuild that was paused or whose process has died.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if there is none, or
    ///     if it was begun for another model
    RebuildStanding.Building resume();

    /// Loads the next batch into the tables beside, at most up to where the live ones are.
    ///
    /// @throws dev.startide.domain.failure.StartideException with handling `RETRY` if trying again
    ///     later may help; with `HALT` if not
    RebuildStep loadNext();

    /// Takes the right to load from whoever has it, loads what is missing, compares, swaps in one
    /// transaction if that is decided, and gives the right to load back. Nobody loads meanwhile;
    /// readers wait for less than a second.
    ///
    /// Periods are filled as far as the live ones have been.
    ///
    /// @throws dev.startide.domain.failure.StartideException `DATABASE_CONFLICT` if readers have
    ///     kept the tables locked for too long, or periods of live facts are being filled: nothing
    ///     has changed, and it can be tried again;
    ///     `FENCED` if another process has taken the right to load meanwhile
    RebuildOutcome finish(OnDifference policy);

    /// Asks the process that rebuilds, whichever it is, to end after its batch.
    void pause();

    /// Gives up the right to rebuild, so that another process can go on at once.
    void release();

    /// Drops the tables that were live before the swap.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if there are none
    void confirm();

    /// Makes the tables live again that were so before the swap, with the cursors of that time:
    /// what was loaded since is loaded again.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if there are none
    void revert();

    /// Drops the tables beside. The live ones are not touched. Does nothing if there are none.
    void discard();
}
