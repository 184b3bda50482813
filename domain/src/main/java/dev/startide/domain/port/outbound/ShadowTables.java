package dev.startide.domain.port.outbound;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.rebuild.AccountDifference;
import dev.startide.domain.rebuild.FilledPeriods;
import dev.startide.domain.rebuild.RebuildScope;
import dev.startide.domain.rebuild.RebuildStanding;
import dev.startide.domain.rebuild.TableDifference;
import dev.startide.domain.star.KnownKeys;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tables of a warehouse beside the live ones, with cursors, quarantine and lease of their own, in
/// the schemas of [dev.startide.warehouse.layout.Schemas#REBUILD].
///
/// Layouts in parameters are those of the live warehouse. Used by one thread.
public interface ShadowTables {

    /// How far a rebuild has come.
    RebuildStanding standing();

    /// Makes all tables of a layout beside the live ones, with keys, indexes, comments and the rows
    /// that are there from the start, and notes what they are for. All of it or nothing.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if there are some, or
    ///     if former tables are still kept
    void create(WarehouseLayout layout, RebuildScope scope);

    /// Makes sure that the tables beside are those of this layout, takes back a request to pause,
    /// and lets lanes take part that came since.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if they were made for
    ///     another model, or if there are none
    void reopen(WarehouseLayout layout);

    /// Lets lanes take part that came since.
    ///
    /// @return whether somebody has asked to pause
    Pausing meetLanes();

    /// Whether to go on.
    enum Pausing {
        GO_ON,
        PAUSE
    }

    /// Asks whoever builds to pause.
    void askToPause();

    /// The tables beside, for their loader.
    Warehouse warehouse();

    /// How far each lane is loaded into the tables beside.
    Cursors cursors();

    /// Who may load them.
    LoaderLease lease();

    /// A key beyond all that the live table of a dimension has or will come to have while a rebuild
    /// takes place.
    long farKey(MemberLayout dimension);

    /// The keys that members have in the live table; members that it does not know are left out,
    /// and all of them if it cannot be asked because its keys are of another kind.
    Map<Key, KnownKeys> liveKeys(MemberLayout dimension, Collection<Key> naturalKeys);

    /// Gives rows of the tables beside the surrogate keys that the same rows have live, where they
    /// have others; whatever refers to them follows.
    ///
    /// @return how many keys were changed
    long alignKeys(WarehouseLayout layout);

    /// How far the periods of a fact have been filled in the live warehouse; empty if nothing was,
    /// or if there was no such fact.
    Optional<FilledPeriods> filledPeriods(FactHorizon live);

    /// Compares a table with the live one of its name.
    ///
    /// @param generated which rows may be there on one side only
    TableDifference compare(Table table, Generated generated);

    /// How the rows of a table come about.
    enum Generated {
        /// Events bring them.
        BY_EVENTS,

        /// They are made in advance: how many there are depends on when.
        IN_ADVANCE,

        /// Facts bring those that they point at, and they stay when no fact does any more: which
        /// ones there are depends on the batches.
        AS_NEEDED
    }

    /// The lanes of which live and rebuilt warehouse tell different numbers.
    List<AccountDifference> accounts();

    /// Puts tables in the place of the live ones, which are kept, in one transaction. If all take
    /// part, so do the accounts of lanes and the quarantine. Grants, views and foreign keys are as
    /// they were.
    ///
    /// @param epoch of the live loader's lease, checked inside the transaction
    /// @throws dev.startide.domain.failure.StartideException `FENCED` if that is not the epoch, or
    ///     live and rebuilt cursors differ; `DATABASE_CONFLICT` if tables stayed locked by others
    void swap(WarehouseLayout layout, RebuildScope scope, long epoch);

    /// Puts the former tables back, with the cursors and the quarantine of that time.
    ///
    /// @param epoch of the live loader's lease, checked inside the transaction
    void revert(long epoch);

    /// Drops the former tables.
    void dropFormer();

    /// Drops the tables beside, if there are any.
    void drop();
}
