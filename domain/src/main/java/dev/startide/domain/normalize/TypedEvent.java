package dev.startide.domain.normalize;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.LanePosition;
import dev.startide.warehouse.mapping.EventType;

/// An event whose payload has been read: of which kind it is and what its declared fields say.
public record TypedEvent(EventType type, LanePosition cause, ChangeOrder order, FieldValues fields) {

    /// Without its fields, which may hold personal data.
    @Override
    public String toString() {
        return "%s at %s".formatted(type.name(), cause);
    }
}
