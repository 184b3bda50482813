package dev.startide.domain.normalize;

import dev.startide.domain.normalize.FieldRef.Scoped;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.star.EntityName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a part of an event becomes a change of an entity.
///
/// @param effect what the event says; of one that is gone it says nothing else
/// @param references which other entities it names, and by which fields
record EntityPlan(
        EntityName entity, Feed.Effect effect, KeyPlan key, List<FieldRef> attributes, List<ReferencePlan> references) {

    record ReferencePlan(EntityName target, KeyPlan key) {}

    void apply(Scoped scoped, BatchChanges changes) {
        changes.add(entity, change(scoped));
        for (ReferencePlan reference : references) {
            if (reference.key().keyIn(scoped) instanceof Key target) {
                changes.announce(reference.target(), target);
            }
        }
    }

    private EntityChange change(Scoped scoped) {
        TypedEvent event = scoped.event();
        Key named = key.requiredIn(scoped);
        return switch (kindOf(event)) {
            case STATED -> new EntityChange(named, event.order(), values(scoped), event.cause());
            case GONE -> EntityChange.gone(named, event.order(), attributes.size(), event.cause());
        };
    }

    private ChangeKind kindOf(TypedEvent event) {
        return switch (effect) {
            case STATES -> ChangeKind.STATED;
            case DELETES -> ChangeKind.GONE;
            case FOLLOWS -> event.kind();
        };
    }

    private @Nullable Object[] values(Scoped scoped) {
        @Nullable Object[] values = new Object[attributes.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = attributes.get(index).in(scoped);
        }
        return values;
    }
}
