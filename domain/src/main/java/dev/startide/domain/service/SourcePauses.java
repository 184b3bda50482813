package dev.startide.domain.service;

import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quarantine.Burst;
import dev.startide.domain.quarantine.BurstRule;
import dev.startide.domain.quarantine.BurstWatch;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.warehouse.mapping.SourceName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Pauses sources in bursts of what cannot be loaded, and lets them go on when an operator says so.
/// One session of a loader has one of its own. Used by one thread, but for [#paused].
final class SourcePauses {

    private final Optional<PausedSources> sources;
    private final BurstWatch watch;
    private volatile List<PausedSource> paused;

    private SourcePauses(Optional<PausedSources> sources, BurstWatch watch, List<PausedSource> paused) {
        this.sources = sources;
        this.watch = watch;
        this.paused = paused;
    }

    /// Nothing is ever paused.
    static SourcePauses never() {
        return new SourcePauses(Optional.empty(), new BurstWatch(new BurstRule.Never(), List.of()), List.of());
    }

    /// As the database knows it.
    static SourcePauses of(PausedSources sources, BurstRule rule) {
        return new SourcePauses(Optional.of(sources), new BurstWatch(rule, sources.letThrough()), sources.paused());
    }

    /// What is paused, as far as is known here. For any thread.
    List<PausedSource> paused() {
        return paused;
    }

    /// Looks whether somebody has let sources go on.
    ///
    /// @return whether somebody has; then a new session is to begin
    boolean wereResumed() {
        return !paused.isEmpty()
                && sources.filter(known -> !names(known.paused()).containsAll(names(paused)))
                        .isPresent();
    }

    /// The sources of a batch that must not be loaded, because with it they are in a burst.
    Set<SourceName> look(List<Reading> readings) {
        Set<SourceName> held = new HashSet<>();
        for (Reading reading : readings) {
            switch (reading) {
                case Reading.Refused refused
                when !held.contains(refused.source()) ->
                    watch.setAside(refused.source(), refused.rejection()).ifPresent(burst -> {
                        pause(burst);
                        held.add(burst.source());
                    });
                case Reading.Refused _ -> {}
                case Reading.Typed _, Reading.Ignored _ -> watch.passed(reading.source());
            }
        }
        return held;
    }

    /// The sources that are in a burst because of what was found out when they were loaded.
    Set<SourceName> lookBack(List<QuarantinedEvent> setAside) {
        Set<SourceName> held = new HashSet<>();
        for (QuarantinedEvent event : setAside) {
            boolean isNews = switch (event.rejection().stage()) {
                case INGEST, PARSE -> false;
                case NORMALIZE, WRITE -> !held.contains(event.source());
            };
            if (isNews) {
                watch.setAside(event.source(), event.rejection()).ifPresent(burst -> {
                    pause(burst);
                    held.add(burst.source());
                });
            }
        }
        return held;
    }

    private void pause(Burst burst) {
        sources.ifPresent(known -> {
            known.pause(burst);
            paused = known.paused();
        });
    }

    private static Set<SourceName> names(List<PausedSource> paused) {
        return paused.stream().map(PausedSource::source).collect(Collectors.toSet());
    }
}
