package dev.startide.domain.port.outbound;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.Horizon;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.StoredFact;
import dev.startide.domain.star.StoredMember;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tables of the warehouse, for its one loader: set-based questions, and one transaction for
/// each batch.
///
/// Used by one thread at a time. Rows are arrays aligned with
/// [dev.startide.warehouse.schema.Table#writtenColumns]; a row that is returned belongs to the
/// caller.
public interface Warehouse {

    /// The rows of an entity's table with these keys; keys without a row are left out.
    Map<Key, @Nullable Object[]> entities(EntityLayout layout, Collection<Key> keys);

    /// The keys that identify the individuals that these keys are of, by key: for each of them every
    /// key that it has. Keys of individuals that have but one are left out.
    Map<Key, Key> identities(AliasLayout layout, Collection<Key> keys);

    /// The stored changes of entities from an instant on, in no particular order.
    ///
    /// @param since for each key the instant, inclusive; see
    ///     [dev.startide.domain.star.Questions#late]
    Map<Key, List<@Nullable Object[]>> changes(ChangeLayout layout, Map<Key, Instant> since);

    /// The members with these natural keys, with all their versions; members that are not known are
    /// left out.
    Map<Key, StoredMember> members(MemberLayout layout, Collection<Key> naturalKeys);

    /// The members that refer to one of these members in any of their versions, with all their
    /// versions. The answer is as large as the number of members that refer, and is held in memory.
    ///
    /// @param reference one of the layout's references
    /// @param durableKeys of the members that are referred to
    Map<Key, StoredMember> referring(MemberLayout layout, OutriggerLayout reference, Collection<Long> durableKeys);

    /// The facts at these grains; grains without a row are left out.
    Map<Key, StoredFact> facts(FactLayout layout, Collection<Key> grains);

    /// What is kept of the facts at these grains beside their table, in no particular order; grains
    /// of which nothing is kept are left out.
    Map<Key, List<@Nullable Object[]>> remembered(FactMemory memory, Collection<Key> grains);

    /// The things of which changes are kept, in an order of the database's own that does not
    /// change.
    ///
    /// @param after only things after those
    /// @param limit no more than so many
    List<Key> grains(FactMemory memory, Horizon.Passed after, int limit);

    /// Those of some things that a snapshot has passed, in the order of [#grains].
    Set<Key> passed(FactMemory memory, Horizon.Passed upTo, Collection<Key> grains);

    /// The row that says how far the periods of a fact have been filled, if there is one yet.
    Optional<@Nullable Object[]> horizon(FactHorizon layout);

    /// The highest key that the table uses for versions or members, 0 if it has none but those of
    /// special members.
    long highestKey(MemberLayout layout);

    /// The days that the table has, without the row that stands for "not said".
    Set<LocalDate> days(CalendarLayout layout);

    /// Writes a batch in one transaction: rows, re-keyed facts, deletions, quarantine, cursors. All
    /// of it or nothing.
    ///
    /// Durable when it returns, and idempotent by the cursors: a batch that was written before
    /// fails as `FENCED`.
    ///
    /// @param epoch the epoch of the loader's lease, checked inside the transaction
    /// @throws dev.startide.domain.failure.StartideException `DATA_REFUSED` if the database refuses
    ///     a row for its data; `FENCED` if another loader has taken over or a cursor stands
    ///     elsewhere; `INVARIANT_BROKEN` if a row to insert is there, one to update is not, one
    ///     that a row refers to is not (where foreign keys are enforced), or a unique index would
    ///     hold a value twice;
    ///     `DATABASE_UNAVAILABLE` or `DATABASE_CONFLICT` if trying again may help
    void write(LoadWrites writes, long epoch);
}
