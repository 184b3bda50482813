package dev.startide.domain.testkit.memory;

import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.quarantine.Burst;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.domain.quarantine.PausedSource.LetThrough;
import dev.startide.warehouse.mapping.SourceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Paused sources in memory. No model is ever applied after another.
public final class InMemoryPausedSources implements PausedSources {

    private final Map<String, PausedSource> paused = new TreeMap<>();
    private final Map<String, LetThrough> letThrough = new HashMap<>();

    @Override
    public synchronized void pause(Burst burst) {
        letThrough.remove(burst.source().value());
        paused.put(
                burst.source().value(),
                new PausedSource(
                        burst.source(), burst.latest().reason(), burst.latest().message(), AskedActions.NOON));
    }

    @Override
    public synchronized List<PausedSource> paused() {
        return List.copyOf(paused.values());
    }

    @Override
    public synchronized List<LetThrough> letThrough() {
        return List.copyOf(letThrough.values());
    }

    @Override
    public synchronized boolean resume(SourceName source, String by, String why) {
        PausedSource before = paused.remove(source.value());
        if (before != null) {
            letThrough.put(source.value(), new LetThrough(source, before.reason()));
        }
        return before != null;
    }
}
