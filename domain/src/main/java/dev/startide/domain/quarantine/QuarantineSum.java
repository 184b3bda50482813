package dev.startide.domain.quarantine;

import dev.startide.domain.quality.Rejection;
import dev.startide.warehouse.mapping.SourceName;

/// How many events of a source are in the quarantine for a reason.
public record QuarantineSum(SourceName source, Rejection.Reason reason, long events) {}
