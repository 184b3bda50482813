package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.Source.Dedupe;
import dev.startide.warehouse.mapping.SourceName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The ids of events that were logged, for sources that recognise events by them.
final class RememberedIds {

    /// What an id says of an event.
    enum Verdict {
        NEW,
        SEEN,
        CONFLICTING
    }

    private record Name(SourceName source, String id) {}

    /// An array is compared where the content is meant, never by `equals` of this record.
    private record Memory(Instant arrivedAt, byte[] content) {}

    private record Conflict(Name name, ByteBuffer content) {}

    private final Map<Name, Memory> memories = new HashMap<>();
    private final Map<Conflict, Instant> conflicts = new HashMap<>();

    Verdict recognise(Source source, IncomingEvent event) {
        return switch (source.dedupe()) {
            case Dedupe.ByPosition(), Dedupe.None() -> Verdict.NEW;
            case Dedupe.ById(var window) ->
                switch (event.identity()) {
                    case Identity.InContent() -> Verdict.NEW;
                    case Identity.Given(var id) -> recognise(new Name(source.name(), id), event, window);
                };
        };
    }

    private Verdict recognise(Name name, IncomingEvent event, Duration window) {
        Memory memory = memories.get(name);
        if (memory == null || !memory.arrivedAt().plus(window).isAfter(event.arrivedAt())) {
            memories.put(name, new Memory(event.arrivedAt(), event.payload().bytes()));
            return Verdict.NEW;
        }
        return Arrays.equals(memory.content(), event.payload().bytes())
                ? Verdict.SEEN
                : recognise(new Conflict(name, ByteBuffer.wrap(event.payload().bytes())), event.arrivedAt(), window);
    }

    private Verdict recognise(Conflict conflict, Instant arrivedAt, Duration window) {
        Instant before = conflicts.get(conflict);
        if (before == null || !before.plus(window).isAfter(arrivedAt)) {
            conflicts.put(conflict, arrivedAt);
            return Verdict.CONFLICTING;
        }
        return Verdict.SEEN;
    }
}
