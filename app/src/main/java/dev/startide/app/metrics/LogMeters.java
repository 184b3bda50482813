package dev.startide.app.metrics;

import dev.startide.domain.retention.LogExtent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/// How large the raw log is. Safe for use by many threads.
@Singleton
public final class LogMeters {

    private final AtomicLong volumes = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong released = new AtomicLong();
    private final AtomicLong ids = new AtomicLong();
    private final Counter forgotten;

    public LogMeters(MeterRegistry registry) {
        Gauge.builder("startide.raw.volumes", volumes, AtomicLong::doubleValue)
                .description("Volumes of the raw log that are there; 0 until the log was looked at")
                .register(registry);
        Gauge.builder("startide.raw.bytes", bytes, AtomicLong::doubleValue)
                .description("Bytes of the raw log on disk, with its indexes")
                .register(registry);
        Gauge.builder("startide.raw.released.events", released, AtomicLong::doubleValue)
                .description("Events of the raw log that were let go")
                .register(registry);
        Gauge.builder("startide.raw.ids", ids, AtomicLong::doubleValue)
                .description("Ids by which events are recognised, about")
                .register(registry);
        forgotten = Counter.builder("startide.raw.ids.forgotten")
                .description("Ids whose window was over")
                .register(registry);
    }

    /// Ids were forgotten.
    public void forgot(long number) {
        forgotten.increment((double) number);
    }

    /// Replaces what was known before.
    public void show(LogExtent extent) {
        volumes.set(extent.volumes());
        bytes.set(extent.bytes());
        released.set(extent.released());
        ids.set(extent.ids());
    }
}
