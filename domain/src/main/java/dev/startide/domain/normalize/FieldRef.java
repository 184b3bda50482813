package dev.startide.domain.normalize;

import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.schema.ColumnName;
import org.jspecify.annotations.Nullable;

/// Where the value for a column is found in a scope: in the element, in the event around it, or
/// nowhere.
sealed interface FieldRef {

    @Nullable
    Object in(Scoped scoped);

    record InElement(int slot) implements FieldRef {
        @Override
        public @Nullable Object in(Scoped scoped) {
            return scoped.element().value(slot);
        }
    }

    record InEvent(int slot) implements FieldRef {
        @Override
        public @Nullable Object in(Scoped scoped) {
            return scoped.event().fields().value(slot);
        }
    }

    /// The event says nothing of the column.
    record Nowhere() implements FieldRef {
        @Override
        public Object in(Scoped scoped) {
            return Unsaid.UNSAID;
        }
    }

    /// An event together with the part of it that one row is made from; the whole event is its own
    /// part.
    record Scoped(TypedEvent event, FieldValues element) {}

    static FieldRef of(ColumnName name, FieldGroup element, FieldGroup event) {
        int slot = element.slotOf(name);
        if (slot >= 0) {
            return new InElement(slot);
        }
        int outer = event.slotOf(name);
        return outer >= 0 ? new InEvent(outer) : new Nowhere();
    }
}
