package dev.startide.app.metrics;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.quality.LoadStep;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what the load does. Safe for use by many threads.
@Singleton
public final class LoadMeters {

    private final MeterRegistry registry;
    private final DistributionSummary batchEvents;
    private final Counter rows;
    private final Timer batches;
    private final AtomicLong lastStep = new AtomicLong();
    private final AtomicLong pausedSources = new AtomicLong();

    public LoadMeters(MeterRegistry registry) {
        this.registry = registry;
        batchEvents = DistributionSummary.builder("startide.load.batch.events")
                .description("Events of one load batch")
                .register(registry);
        rows = Counter.builder("startide.load.rows")
                .description("Rows written to the warehouse")
                .register(registry);
        batches = Timer.builder("startide.load.batch.duration")
                .description("Time from reading a batch to its commit")
                .register(registry);
        Gauge.builder("startide.sources.paused", pausedSources, AtomicLong::doubleValue)
                .description("Sources of which nothing is loaded, because too many of their events could not be")
                .register(registry);
        Gauge.builder("startide.load.last.step.seconds", lastStep, AtomicLong::doubleValue)
                .description("When a step of the load last ended well, in seconds since 1970; 0 if none has")
                .register(registry);
    }

    /// A step ended well, whether there was anything to load or not.
    public void stepped(Instant at) {
        lastStep.set(at.getEpochSecond());
    }

    /// A batch was committed.
    public void loaded(LoadStep.Loaded step, Duration duration) {
        events("loaded", step.loaded());
        events("quarantined", step.quarantined());
        events("ignored", step.ignored());
        batchEvents.record((double) step.events());
        rows.increment((double) step.rows());
        batches.record(duration);
    }

    /// So many sources are paused.
    public void paused(int sources) {
        pausedSources.set(sources);
    }

    /// A step failed.
    public void failed(FailureCode code) {
        Counter.builder("startide.load.failures")
                .description("Failed steps of the load")
                .tag("code", code.name())
                .register(registry)
                .increment();
    }

    private void events(String outcome, long count) {
        Counter.builder("startide.load.events")
                .description("Events that the load accounted for")
                .tag("outcome", outcome)
                .register(registry)
                .increment((double) count);
    }
}
