package dev.startide.domain.quarantine;

import dev.startide.domain.quality.QuarantinedEvent;
import java.time.Instant;

/// An event in the quarantine, and how it came there.
///
/// @param modelVersion the model that it failed under last; 0 if none was applied
/// @param attempts how often it was tried
/// @param tried when it was tried last
public record QuarantineEntry(QuarantinedEvent event, int modelVersion, int attempts, Instant tried) {}
