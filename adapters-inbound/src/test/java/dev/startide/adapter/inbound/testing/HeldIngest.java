package dev.startide.adapter.inbound.testing;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.SourceName;
import java.util.function.Predicate;

/// Holds batches up until it is told to let them go on, and refuses some events as a database does
/// that cannot keep their data.
public final class HeldIngest implements IngestEvents {

    private IngestEvents ingest;
    private Predicate<IncomingEvent> refused = _ -> false;
    private boolean held;
    private boolean shut;
    private int waiting;

    public HeldIngest(IngestEvents ingest) {
        this.ingest = ingest;
    }

    /// Takes another database, such as one that was restored.
    public synchronized void replace(IngestEvents other) {
        ingest = other;
    }

    private synchronized IngestEvents current() {
        return ingest;
    }

    /// Lets batches wait until [#release].
    public synchronized void hold() {
        held = true;
    }

    /// Lets batches go on.
    public synchronized void release() {
        held = false;
        notifyAll();
    }

    /// Lets no lane be opened until [#admit].
    public synchronized void shut() {
        shut = true;
    }

    /// Lets lanes be opened.
    public synchronized void admit() {
        shut = false;
    }

    /// How many batches wait at the moment.
    public synchronized int waiting() {
        return waiting;
    }

    /// Refuses batches that hold such an event.
    public synchronized void refuse(Predicate<IncomingEvent> events) {
        refused = events;
    }

    @Override
    public OpenLane open(SourceName source, LaneName lane) {
        if (isShut()) {
            throw StartideException.because(FailureCode.DATABASE_UNAVAILABLE, "the lanes were shut");
        }
        return current().open(source, lane);
    }

    @Override
    public IngestReceipt ingest(IngestBatch batch) {
        awaitRelease();
        if (batch.events().stream().anyMatch(this::isRefused)) {
            throw StartideException.because(FailureCode.DATA_REFUSED, "these data were made to be refused");
        }
        return current().ingest(batch);
    }

    private synchronized boolean isShut() {
        return shut;
    }

    private synchronized boolean isRefused(IncomingEvent event) {
        return refused.test(event);
    }

    private synchronized void awaitRelease() {
        waiting++;
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            waiting--;
        }
    }
}
