package dev.startide.domain.quarantine;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.EventStanding;

/// An event that was to be tried again was.
///
/// @param is what has become of it
public record Retried(LanePosition at, EventStanding is) {

    /// The same in the words of an action.
    public EventAction.Outcome outcome() {
        return switch (is) {
            case EventStanding.Loaded _ -> EventAction.Outcome.LOADED;
            case EventStanding.Quarantined _ -> EventAction.Outcome.QUARANTINED;
            case EventStanding.Ignored _ -> EventAction.Outcome.IGNORED;
        };
    }
}
