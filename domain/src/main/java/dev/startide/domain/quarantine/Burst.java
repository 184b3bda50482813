package dev.startide.domain.quarantine;

import dev.startide.domain.quality.Rejection;
import dev.startide.warehouse.mapping.SourceName;

/// One reason sets aside so many events of a source that something else is wrong than these events.
///
/// @param latest why the latest of them cannot be loaded
public record Burst(SourceName source, Rejection latest) {}
