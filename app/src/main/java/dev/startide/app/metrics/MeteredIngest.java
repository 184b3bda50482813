package dev.startide.app.metrics;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.SourceName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts what is accepted on its way into the raw log. Safe for use by many threads.
public final class MeteredIngest implements IngestEvents {

    static final String EVENTS = "startide.ingest.events";

    private final IngestEvents ingest;
    private final MeterRegistry registry;

    public MeteredIngest(IngestEvents ingest, MeterRegistry registry) {
        this.ingest = ingest;
        this.registry = registry;
    }

    @Override
    public OpenLane open(SourceName source, LaneName lane) {
        return ingest.open(source, lane);
    }

    @Override
    public IngestReceipt ingest(IngestBatch batch) {
        IngestReceipt receipt = ingest.ingest(batch);
        SourceName source = batch.lane().source();
        long conflicting = receipt.outcomes().size() - receipt.accepted() - receipt.duplicates();
        count(source, "accepted", receipt.accepted());
        count(source, "duplicate", receipt.duplicates());
        count(source, "conflicting", conflicting);
        return receipt;
    }

    private void count(SourceName source, String outcome, long events) {
        Counter.builder(EVENTS)
                .description("Events that arrived, by what became of them")
                .tag("source", source.value())
                .tag("outcome", outcome)
                .register(registry)
                .increment((double) events);
    }
}
