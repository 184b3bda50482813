package dev.startide.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/// How many events have arrived since this process was started, whatever became of them.
@Singleton
public final class Arrivals {

    private final MeterRegistry registry;

    Arrivals(MeterRegistry registry) {
        this.registry = registry;
    }

    /// The count so far.
    public long count() {
        return (long) registry.find(MeteredIngest.EVENTS).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
