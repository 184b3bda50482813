package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.trace.Fate;
import dev.startide.domain.trace.FoundEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Single events of a log in memory.
public final class InMemoryEventLookup implements EventLookup {

    private final InMemoryRawLog log;
    private final InMemoryDatabase database;

    public InMemoryEventLookup(InMemoryRawLog log, InMemoryDatabase database) {
        this.log = log;
        this.database = database;
    }

    @Override
    public Optional<FoundEvent> at(LanePosition position) {
        return event(position).map(event -> {
            OpenLane lane = log.lanes().stream()
                    .filter(open -> open.id().equals(position.lane()))
                    .findFirst()
                    .orElseThrow();
            return new FoundEvent(event, lane.name(), fate(position));
        });
    }

    @Override
    public List<LanePosition> withId(String id, int most) {
        return all().filter(event -> event.event().identity() instanceof Identity.Given(var given) && given.equals(id))
                .map(LoggedEvent::at)
                .limit(most)
                .toList();
    }

    @Override
    public Found those(List<LanePosition> wanted, long maxBytes) {
        List<LoggedEvent> found = new ArrayList<>();
        long bytes = 0;
        int looked = 0;
        for (LanePosition at : wanted) {
            Optional<LoggedEvent> event = event(at);
            bytes += event.map(one -> one.event().bytes()).orElse(0);
            if (looked > 0 && bytes > maxBytes) {
                break;
            }
            event.ifPresent(found::add);
            looked++;
        }
        return new Found(found, looked);
    }

    private Optional<LoggedEvent> event(LanePosition position) {
        return all().filter(event -> event.at().equals(position)).findFirst();
    }

    private Stream<LoggedEvent> all() {
        return log.read(Map.of(), Integer.MAX_VALUE, Long.MAX_VALUE).stream();
    }

    private Fate fate(LanePosition position) {
        synchronized (database) {
            Optional<QuarantinedEvent> held = database.quarantined().stream()
                    .filter(event -> event.at().equals(position))
                    .findFirst();
            if (held.isPresent()) {
                return new Fate.Quarantined(
                        held.get().rejection(),
                        AskedActions.NOON,
                        database.attempts().getOrDefault(position, 0));
            }
            return database.account(position.lane()).cursor() < position.position()
                    ? new Fate.Waiting()
                    : new Fate.Passed();
        }
    }
}
