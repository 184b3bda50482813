package dev.startide.domain.trace;

import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LoggedEvent;

/// An event as it was found in the raw log.
public record FoundEvent(LoggedEvent event, LaneName lane, Fate fate) {}
