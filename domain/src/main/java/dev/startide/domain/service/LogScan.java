package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.Normalizer;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.RawLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads the raw log from its beginning to its end, page by page.
record LogScan(RawLog rawLog, EventReader reader, Normalizer normalizer) {

    private static final int PAGE_EVENTS = 5_000;
    private static final long PAGE_BYTES = 16L * 1024 * 1024;

    /// Hands over what the events of each page say.
    void forEachPage(Consumer<BatchChanges> page) {
        Map<LaneId, Long> after = new HashMap<>();
        List<LoggedEvent> events = rawLog.read(after, PAGE_EVENTS, PAGE_BYTES);
        while (!events.isEmpty()) {
            page.accept(normalizer.normalize(events.stream()
                    .map(reader::read)
                    .filter(Reading.Typed.class::isInstance)
                    .map(reading -> ((Reading.Typed) reading).event())
                    .toList()));
            events.forEach(event -> after.merge(event.at().lane(), event.at().position(), Math::max));
            events = rawLog.read(after, PAGE_EVENTS, PAGE_BYTES);
        }
    }
}
