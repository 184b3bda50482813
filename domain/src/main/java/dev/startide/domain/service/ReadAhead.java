package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.warehouse.mapping.SourceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Reads the raw log batch after batch, each while the one before is being written. Used by one
/// thread.
final class ReadAhead {

    /// No lane gets as far; one more is still a number.
    private static final long BEYOND_EVERYTHING = Long.MAX_VALUE - 1;

    private final RawLog rawLog;
    private final EventReader reader;
    private final LoadSettings settings;
    private final LoadPace pace;
    private final Executor executor;

    /// Up to where each lane has been handed out.
    private final Map<LaneId, Long> handedOut;

    /// Sources of which nothing is handed out, and those of their lanes that have something.
    private final Set<SourceName> held = new HashSet<>();

    private final Set<LaneId> heldLanes = new HashSet<>();

    private @Nullable CompletableFuture<List<Reading>> ahead;

    ReadAhead(
            RawLog rawLog,
            EventReader reader,
            LoadSettings settings,
            LoadPace pace,
            Executor executor,
            Map<LaneId, Long> positions) {
        this.rawLog = rawLog;
        this.reader = reader;
        this.settings = settings;
        this.pace = pace;
        this.executor = executor;
        this.handedOut = new HashMap<>(positions);
    }

    /// The next readings, lane by lane in the order of positions; none if nothing is waiting.
    List<Reading> next() {
        List<Reading> readings = ahead == null ? List.of() : withoutHeld(await(ahead));
        ahead = null;
        int heldBefore = -1;
        while (readings.isEmpty() && heldBefore < heldLanes.size()) {
            heldBefore = heldLanes.size();
            readings = withoutHeld(await(read()));
        }
        for (Reading reading : readings) {
            handedOut.merge(reading.at().lane(), reading.at().position(), Math::max);
        }
        if (!readings.isEmpty()) {
            ahead = read();
        }
        return readings;
    }

    /// Hands out nothing of some sources any more. What they go on with, once they do, is read by
    /// another one of these, from where the cursors stand.
    ///
    /// @param handed what was handed out last
    /// @return what of that is of other sources
    List<Reading> hold(Set<SourceName> sources, List<Reading> handed) {
        held.addAll(sources);
        return withoutHeld(handed);
    }

    private List<Reading> withoutHeld(List<Reading> readings) {
        if (held.isEmpty()) {
            return readings;
        }
        readings.stream()
                .filter(reading -> held.contains(reading.source()))
                .forEach(reading -> heldLanes.add(reading.at().lane()));
        return readings.stream()
                .filter(reading -> !held.contains(reading.source()))
                .toList();
    }

    /// Reads what comes after that which was handed out. No thread of the executor ever waits for
    /// another one of it: reads that nobody takes any more would else use up its threads.
    private CompletableFuture<List<Reading>> read() {
        Map<LaneId, Long> after = new HashMap<>(handedOut);
        heldLanes.forEach(lane -> after.put(lane, BEYOND_EVERYTHING));
        int events = pace.events();
        return CompletableFuture.supplyAsync(() -> rawLog.read(after, events, settings.maxBytes()), executor)
                .thenCompose(this::readInParts);
    }

    private CompletableFuture<List<Reading>> readInParts(List<LoggedEvent> events) {
        int size = Math.max(1, (events.size() + settings.readers() - 1) / settings.readers());
        List<CompletableFuture<List<Reading>>> parts = new ArrayList<>();
        for (int start = 0; start < events.size(); start += size) {
            List<LoggedEvent> part = events.subList(start, Math.min(start + size, events.size()));
            parts.add(CompletableFuture.supplyAsync(
                    () -> part.stream().map(reader::read).toList(), executor));
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(_ ->
                        parts.stream().flatMap(part -> part.join().stream()).toList());
    }

    private static List<Reading> await(CompletableFuture<List<Reading>> readings) {
        try {
            return readings.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
