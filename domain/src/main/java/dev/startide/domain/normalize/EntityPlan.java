package dev.startide.domain.normalize;

import dev.startide.domain.normalize.FieldRef.Scoped;
import dev.startide.warehouse.star.EntityName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a part of an event becomes a change of an entity.
///
/// @param references which other entities it names, and by which fields
record EntityPlan(EntityName entity, KeyPlan key, List<FieldRef> attributes, List<ReferencePlan> references) {

    record ReferencePlan(EntityName target, KeyPlan key) {}

    void apply(Scoped scoped, BatchChanges changes) {
        @Nullable Object[] values = new Object[attributes.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = attributes.get(index).in(scoped);
        }
        TypedEvent event = scoped.event();
        changes.add(entity, new EntityChange(key.requiredIn(scoped), event.order(), values, event.cause()));
        for (ReferencePlan reference : references) {
            if (reference.key().keyIn(scoped) instanceof Key target) {
                changes.announce(reference.target(), target);
            }
        }
    }
}
