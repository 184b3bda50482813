package dev.startide.domain.quarantine;

import dev.startide.domain.quality.QuarantinedEvent;
import java.time.Instant;

/// News of an event that was set aside.
///
/// @param number of the notice; a higher one is later
/// @param attempts how often the event had been tried by then
public record QuarantineNotice(long number, QuarantinedEvent event, int attempts, Instant at) {}
