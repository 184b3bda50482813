package dev.startide.app.metrics;

import dev.startide.domain.service.LoadPace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/// Shows how large the next load batch may be, and what keeps it small.
@Singleton
final class PaceMeters implements MeterBinder {

    private final LoadPace pace;

    PaceMeters(LoadPace pace) {
        this.pace = pace;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("startide.load.batch.limit", pace, LoadPace::events)
                .description("Most events of the next load batch, by what the last ones took")
                .register(registry);
        Gauge.builder("startide.load.standby.lag.bytes", pace, LoadPace::standbyBehind)
                .description("How far the slowest standby was behind when last looked at")
                .register(registry);
    }
}
