package dev.startide.domain.star;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.EventStanding;

/// Something else has become of an event than what was counted.
public record Recount(LanePosition at, EventStanding was, EventStanding is) {}
