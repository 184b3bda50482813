package dev.startide.domain.normalize;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.LanePosition;
import org.jspecify.annotations.Nullable;

/// What an event says of one entity: at this instant it has these attributes, perhaps only some.
///
/// @param attributes aligned with the entity's attributes; null where the event says that there is
///     no value, [Unsaid] where it said nothing
public record EntityChange(
        Key key, ChangeOrder order, @Nullable Object[] attributes, LanePosition cause) {

    /// This change with what another one of the same event says besides.
    EntityChange completedBy(EntityChange other) {
        @Nullable Object[] both = attributes.clone();
        for (int index = 0; index < both.length; index++) {
            if (both[index] == Unsaid.UNSAID) {
                both[index] = other.attributes[index];
            }
        }
        return new EntityChange(key, order, both, cause);
    }
}
