package dev.startide.app.metrics;

import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.SourceProgress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/// How many events are logged but not yet loaded, lane by lane, and what became of all of them,
/// source by source.
@Singleton
public final class LagMeters {

    private final MultiGauge waiting;
    private final MultiGauge standings;

    public LagMeters(MeterRegistry registry) {
        standings = MultiGauge.builder("startide.source.events")
                .description("Events that were received, by what became of them")
                .register(registry);
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
        standings.register(
                SourceProgress.of(lanes).stream().flatMap(LagMeters::standings).toList(), true);
    }

    /// Together they are what was received.
    private static Stream<MultiGauge.Row<?>> standings(SourceProgress source) {
        return Stream.of(
                row(source, "loaded", source.loaded()),
                row(source, "quarantined", source.quarantined()),
                row(source, "ignored", source.ignored()),
                row(source, "waiting", source.waiting()));
    }

    private static MultiGauge.Row<Number> row(SourceProgress source, String standing, long events) {
        return MultiGauge.Row.of(Tags.of("source", source.source().value(), "standing", standing), events);
    }
}
