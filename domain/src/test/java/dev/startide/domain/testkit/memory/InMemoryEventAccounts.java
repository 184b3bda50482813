package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.replay.LogPart;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What became of the events of a log in memory.
public final class InMemoryEventAccounts implements EventAccounts {

    private final InMemoryRawLog log;
    private final InMemoryDatabase database;

    public InMemoryEventAccounts(InMemoryRawLog log, InMemoryDatabase database) {
        this.log = log;
        this.database = database;
    }

    @Override
    public Map<LanePosition, EventStanding> notLoaded(Collection<LanePosition> events) {
        synchronized (database) {
            Map<LanePosition, EventStanding> standings = new HashMap<>();
            for (LanePosition at : events) {
                String rule = database.ignored().get(at);
                if (rule != null) {
                    standings.put(at, new EventStanding.Ignored(rule));
                } else if (database.quarantined().stream()
                        .anyMatch(event -> event.at().equals(at))) {
                    standings.put(at, new EventStanding.Quarantined());
                }
            }
            return standings;
        }
    }

    @Override
    public Map<LaneId, LogPart> arrivedBetween(Instant since, Instant until) {
        Map<LaneId, LogPart> parts = new HashMap<>();
        for (LoggedEvent event : log.read(Map.of(), Integer.MAX_VALUE, Long.MAX_VALUE)) {
            Instant arrived = event.event().arrivedAt();
            long position = event.at().position();
            boolean isLoaded = position <= database.account(event.at().lane()).cursor();
            if (isLoaded && !arrived.isBefore(since) && arrived.isBefore(until)) {
                parts.merge(
                        event.at().lane(),
                        new LogPart(position, position),
                        (one, other) -> new LogPart(one.first(), other.last()));
            }
        }
        return parts;
    }
}
