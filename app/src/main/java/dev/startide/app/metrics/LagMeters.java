package dev.startide.app.metrics;

import dev.startide.domain.quality.LaneProgress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;

/// How many events are logged but not yet loaded, lane by lane.
@Singleton
public final class LagMeters {

    private final MultiGauge waiting;

    public LagMeters(MeterRegistry registry) {
        waiting = MultiGauge.builder("startide.lane.waiting.events")
                .description("Events that are logged but not yet loaded")
                .register(registry);
    }

    /// Replaces what was known before.
    public void show(List<LaneProgress> lanes) {
        waiting.register(
                lanes.stream()
                        .map(lane -> MultiGauge.Row.of(
                                Tags.of(
                                        "source",
                                        lane.source().value(),
                                        "lane",
                                        lane.name().value()),
                                lane.waiting()))
                        .toList(),
                true);
    }
}
