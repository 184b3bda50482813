package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import org.jspecify.annotations.Nullable;

/// A change of an entity as it was stored.
///
/// @param attributes aligned with the entity's attributes, `Unsaid` where the change said nothing
record StoredChange(ChangeOrder order, @Nullable Object[] attributes) {}
