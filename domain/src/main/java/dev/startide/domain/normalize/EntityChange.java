package dev.startide.domain.normalize;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.LanePosition;
import org.jspecify.annotations.Nullable;

/// What an event says of one entity: at this instant it has these attributes, perhaps only some, or
/// it is gone.
///
/// @param kind a change that says that the entity is gone speaks of no attribute
/// @param attributes aligned with the entity's attributes; null where the event says that there is
///     no value, [Unsaid] where it said nothing
public record EntityChange(
        Key key,
        ChangeOrder order,
        ChangeKind kind,
        @Nullable Object[] attributes,
        LanePosition cause) {

    /// A change that says how the entity is.
    public EntityChange(Key key, ChangeOrder order, @Nullable Object[] attributes, LanePosition cause) {
        this(key, order, ChangeKind.STATED, attributes, cause);
    }

    /// A change that says that the entity is gone.
    ///
    /// @param width how many attributes the entity has
    public static EntityChange gone(Key key, ChangeOrder order, int width, LanePosition cause) {
        return new EntityChange(key, order, ChangeKind.GONE, Unsaid.nothing(width), cause);
    }

    /// The same change of the entity with this key.
    EntityChange of(Key other) {
        return new EntityChange(other, order, kind, attributes, cause);
    }

    /// This change with what another one of the same event says besides.
    EntityChange completedBy(EntityChange other) {
        return new EntityChange(key, order, kind, Unsaid.filled(attributes, other.attributes), cause);
    }
}
