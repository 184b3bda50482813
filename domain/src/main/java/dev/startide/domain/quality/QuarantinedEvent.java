package dev.startide.domain.quality;

import dev.startide.domain.event.LanePosition;
import dev.startide.warehouse.mapping.SourceName;

/// An event that was set aside with its reason. The event itself stays in the raw log.
public record QuarantinedEvent(LanePosition at, SourceName source, Rejection rejection) {}
