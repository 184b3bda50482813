package dev.startide.domain.port.inbound;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.warehouse.mapping.SourceName;

/// Accepts events into the raw log.
///
/// A source takes over a lane with [#open], reads its own data after the position that it finds
/// there, and hands over batch after batch, each with the lane of the receipt before. After any
/// failure it opens the lane again: the position in it says what was committed. Safe for use by
/// many threads, one for each lane.
public interface IngestEvents {

    /// Takes over a lane. Whoever held it before can no longer write to it.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if the model has no
    ///     such source
    OpenLane open(SourceName source, LaneName lane);

    /// Logs a batch.
    ///
    /// **Durable.** When this returns, the events survive a crash; only then may a caller
    /// acknowledge its source.
    ///
    /// **Idempotent** by source position, or by event id where the source's policy says so.
    ///
    /// @throws dev.startide.domain.failure.StartideException `FENCED` if the lane was taken over by
    ///     another; `DATABASE_UNAVAILABLE` if it is not known whether the batch was logged
    IngestReceipt ingest(IngestBatch batch);
}
