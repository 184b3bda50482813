package dev.startide.app.service;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The model's sources, each held open by the adapter of its kind.
final class OpenSources {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSources.class);

    private final Map<String, EventSource> adapters = new TreeMap<>();
    private final Map<SourceName, EventSource.Running> running = new ConcurrentHashMap<>();

    OpenSources(Collection<EventSource> adapters) {
        adapters.forEach(adapter -> this.adapters.put(adapter.kind(), adapter));
    }

    /// Starts a source.
    ///
    /// @throws StartideException `SETTING_INVALID` if there is no adapter for its kind, or it
    ///     cannot use the options
    void start(Source source, IngestEvents ingest) {
        EventSource adapter = adapters.get(source.kind());
        if (adapter == null) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID,
                    "No adapter reads sources of the kind %s, which %s is. There are %s; put the jar of another one into the folder that --plugins names, and set startide.adapters.%s.enabled=true."
                            .formatted(source.kind(), source.name(), adapters.keySet(), source.kind()));
        }
        running.put(source.name(), adapter.start(source, ingest));
        LOG.atInfo()
                .addKeyValue("source", source.name())
                .addKeyValue("kind", source.kind())
                .log("Started a source");
    }

    /// How each source is doing, in the order of their names.
    Map<String, EventSource.Health> health() {
        Map<String, EventSource.Health> health = new TreeMap<>();
        running.forEach((name, source) -> health.put(name.value(), source.health()));
        return new LinkedHashMap<>(health);
    }

    /// What threatens the events of each source, in the order of their names; those of which nothing
    /// is known are left out.
    Map<String, List<String>> warnings() {
        Map<String, List<String>> warnings = new TreeMap<>();
        running.forEach((name, source) -> warnings.put(name.value(), source.warnings()));
        warnings.values().removeIf(List::isEmpty);
        return new LinkedHashMap<>(warnings);
    }

    /// Closes all sources side by side and waits for them no longer than `patience`.
    void close(Duration patience) {
        List<Thread> closing = new ArrayList<>();
        running.forEach((name, source) ->
                closing.add(Thread.ofVirtual().name("close-" + name).start(source::close)));
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (Thread thread : closing) {
                if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                    LOG.warn("A source did not close in time: {}", thread.getName());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        running.clear();
    }
}
