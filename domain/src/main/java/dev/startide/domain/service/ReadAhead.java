package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.RawLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Reads the raw log batch after batch, each while the one before is being written. Used by one
/// thread.
final class ReadAhead {

    private final RawLog rawLog;
    private final EventReader reader;
    private final LoadSettings settings;
    private final Executor executor;

    /// Up to where each lane has been handed out.
    private final Map<LaneId, Long> handedOut;

    private @Nullable CompletableFuture<List<Reading>> ahead;

    ReadAhead(
            RawLog rawLog, EventReader reader, LoadSettings settings, Executor executor, Map<LaneId, Long> positions) {
        this.rawLog = rawLog;
        this.reader = reader;
        this.settings = settings;
        this.executor = executor;
        this.handedOut = new HashMap<>(positions);
    }

    /// The next readings, lane by lane in the order of positions; none if nothing is waiting.
    List<Reading> next() {
        List<Reading> readings = takeAhead();
        if (readings.isEmpty()) {
            readings = read(Map.copyOf(handedOut));
        }
        for (Reading reading : readings) {
            handedOut.merge(reading.at().lane(), reading.at().position(), Math::max);
        }
        if (!readings.isEmpty()) {
            Map<LaneId, Long> after = Map.copyOf(handedOut);
            ahead = CompletableFuture.supplyAsync(() -> read(after), executor);
        }
        return readings;
    }

    private List<Reading> takeAhead() {
        CompletableFuture<List<Reading>> waiting = ahead;
        ahead = null;
        if (waiting == null) {
            return List.of();
        }
        try {
            return waiting.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private List<Reading> read(Map<LaneId, Long> after) {
        List<LoggedEvent> events = rawLog.read(after, settings.maxEvents(), settings.maxBytes());
        int part = Math.max(1, (events.size() + settings.readers() - 1) / settings.readers());
        List<CompletableFuture<List<Reading>>> others = new ArrayList<>();
        for (int start = part; start < events.size(); start += part) {
            List<LoggedEvent> share = events.subList(start, Math.min(start + part, events.size()));
            others.add(CompletableFuture.supplyAsync(() -> readAll(share), executor));
        }
        List<Reading> readings = new ArrayList<>(readAll(events.subList(0, Math.min(part, events.size()))));
        others.forEach(share -> readings.addAll(share.join()));
        return readings;
    }

    private List<Reading> readAll(List<LoggedEvent> events) {
        return events.stream().map(reader::read).toList();
    }
}
