package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the warehouse holds of a fact.
///
/// @param row the row of the fact's table, aligned with its written columns
/// @param members the natural key of the member in each member role, in the order of the fact's
///     roles; empty where the row points at a special member
/// @param flags the flags of its junk dimensions, aligned with
///     [dev.startide.warehouse.layout.FactLayout#flags]
/// @param shares the rows of its bridges, in the order of the fact's roles
public record StoredFact(
        @Nullable Object[] row,
        List<Optional<Key>> members,
        @Nullable Object[] flags,
        List<List<StoredShare>> shares) {

    /// A fact without flags and lists.
    public StoredFact(@Nullable Object[] row, List<Optional<Key>> members) {
        this(row, members, new Object[0], List.of());
    }

    public StoredFact {
        members = List.copyOf(members);
        shares = shares.stream().map(List::copyOf).toList();
    }

    /// The same fact with the rows of one more bridge.
    public StoredFact with(List<StoredShare> bridge) {
        List<List<StoredShare>> more = new ArrayList<>(shares);
        more.add(bridge);
        return new StoredFact(row, members, flags, more);
    }
}
