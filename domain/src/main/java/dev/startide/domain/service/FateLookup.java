package dev.startide.domain.service;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.trace.Fate;
import dev.startide.domain.trial.EventFate;

/// What became of events that the load has come past, with the reason where there is one.
final class FateLookup {

    private final EventLookup lookup;

    FateLookup(EventLookup lookup) {
        this.lookup = lookup;
    }

    EventFate of(LanePosition at, EventStanding standing) {
        return switch (standing) {
            case EventStanding.Loaded() -> new EventFate.Loaded();
            case EventStanding.Ignored(var rule) -> new EventFate.Ignored(rule);
            case EventStanding.Quarantined() ->
                lookup.at(at)
                        .filter(found -> found.fate() instanceof Fate.Quarantined)
                        .map(found -> (Fate.Quarantined) found.fate())
                        .map(fate -> new EventFate.Quarantined(
                                fate.rejection().reason().name(),
                                fate.rejection().message()))
                        .orElseGet(() -> new EventFate.Quarantined("", "it is not known why"));
        };
    }
}
