package dev.startide.domain.quality;

import dev.startide.domain.event.LanePosition;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.SourceName;
import java.util.Optional;

/// An event that was set aside with its reason. The event itself stays in the raw log.
///
/// @param kind which kind of event of the model it is, if that was recognised
public record QuarantinedEvent(LanePosition at, SourceName source, Rejection rejection, Optional<EventName> kind) {

    /// An event whose kind was not recognised.
    public QuarantinedEvent(LanePosition at, SourceName source, Rejection rejection) {
        this(at, source, rejection, Optional.empty());
    }
}
