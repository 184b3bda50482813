package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the warehouse holds of one member of a fact's list.
///
/// @param row the row of the bridge's table, aligned with its columns
/// @param member the natural key of the member; empty where the row points at a special member
public record StoredShare(@Nullable Object[] row, Optional<Key> member) {}
