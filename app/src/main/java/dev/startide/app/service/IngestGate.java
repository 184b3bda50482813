package dev.startide.app.service;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.SourceName;

/// Lets events in once the database is known to hold this model's warehouse, so that sources can be
/// started before the database answers and no event ends in another warehouse's log. Until then a
/// source is told to try again.
final class IngestGate implements IngestEvents {

    private final IngestEvents ingest;
    private volatile boolean isOpen;

    IngestGate(IngestEvents ingest) {
        this.ingest = ingest;
    }

    void open() {
        isOpen = true;
    }

    @Override
    public OpenLane open(SourceName source, LaneName lane) {
        requireOpen();
        return ingest.open(source, lane);
    }

    @Override
    public IngestReceipt ingest(IngestBatch batch) {
        requireOpen();
        return ingest.ingest(batch);
    }

    private void requireOpen() {
        if (!isOpen) {
            throw StartideException.because(
                    FailureCode.DATABASE_UNAVAILABLE,
                    "The warehouse's tables are not ready yet; /health/readiness says what they wait for.");
        }
    }
}
