package dev.startide.app.service;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.SourceName;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets events in once the database is known to hold this model's warehouse, so that sources can be
/// started before the database answers and no event ends in another warehouse's log. Until then a
/// source is told to try again.
final class IngestGate implements IngestEvents {

    private final IngestEvents ingest;
    private final Duration patience;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param patience how long opening a lane waits for the gate
    IngestGate(IngestEvents ingest, Duration patience) {
        this.ingest = ingest;
        this.patience = patience;
    }

    void open() {
        closed.countDown();
    }

    @Override
    public OpenLane open(SourceName source, LaneName lane) {
        requireOpen(patience);
        return ingest.open(source, lane);
    }

    @Override
    public IngestReceipt ingest(IngestBatch batch) {
        requireOpen(Duration.ZERO);
        return ingest.ingest(batch);
    }

    private void requireOpen(Duration wait) {
        if (!isOpenWithin(wait)) {
            throw StartideException.because(
                    FailureCode.DATABASE_UNAVAILABLE,
                    "The warehouse's tables are not ready yet; /health/readiness says what they wait for.");
        }
    }

    private boolean isOpenWithin(Duration wait) {
        try {
            return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
