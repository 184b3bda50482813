package dev.startide.domain.event;

import dev.startide.warehouse.mapping.SourceName;

/// An event in the raw log.
public record LoggedEvent(LanePosition at, SourceName source, Admission admission, IncomingEvent event) {

    /// How the event came to be logged.
    public enum Admission {
        /// As a new event.
        ACCEPTED,

        /// With an id that an event of other content had used before; it is kept, but not loaded.
        ID_CONFLICT,

        /// As a new event, or as a conflict; but an operator has discarded it since.
        DISCARDED
    }
}
