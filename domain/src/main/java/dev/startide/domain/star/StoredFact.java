package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the warehouse holds of a fact.
///
/// @param row the row of the fact's table, aligned with its written columns
/// @param members the natural key of the member in each member role, in the order of the fact's
///     roles; empty where the row points at a special member
public record StoredFact(@Nullable Object[] row, List<Optional<Key>> members) {

    public StoredFact {
        members = List.copyOf(members);
    }
}
