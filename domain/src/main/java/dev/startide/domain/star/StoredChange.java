package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.EntityChange;
import org.jspecify.annotations.Nullable;

/// A change of an entity as it was stored.
///
/// @param attributes aligned with the entity's attributes, `Unsaid` where the change said nothing
record StoredChange(
        ChangeOrder order, ChangeKind kind, @Nullable Object[] attributes) {

    static StoredChange of(EntityChange change) {
        return new StoredChange(change.order(), change.kind(), change.attributes());
    }
}
