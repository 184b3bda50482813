package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.ChangeKind;
import org.jspecify.annotations.Nullable;

/// A change of an entity as it was stored.
///
/// @param attributes aligned with the entity's attributes, `Unsaid` where the change said nothing
record StoredChange(
        ChangeOrder order, ChangeKind kind, @Nullable Object[] attributes) {}
