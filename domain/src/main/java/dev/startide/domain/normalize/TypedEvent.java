package dev.startide.domain.normalize;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.LanePosition;
import dev.startide.warehouse.mapping.EventType;

/// An event whose payload has been read: of which kind it is and what its declared fields say.
///
/// @param kind what it says of the rows that it speaks of, where its feeds leave that to the event;
///     if they are gone, only fields that name them are said
public record TypedEvent(EventType type, LanePosition cause, ChangeOrder order, ChangeKind kind, FieldValues fields) {

    /// An event that says how something is.
    public TypedEvent(EventType type, LanePosition cause, ChangeOrder order, FieldValues fields) {
        this(type, cause, order, ChangeKind.STATED, fields);
    }

    /// The same event, logged elsewhere.
    public TypedEvent loggedAt(LanePosition at) {
        return new TypedEvent(type, at, order, kind, fields);
    }

    /// Without its fields, which may hold personal data.
    @Override
    public String toString() {
        return "%s at %s".formatted(type.name(), cause);
    }
}
