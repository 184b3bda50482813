package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.star.IgnoredRun;
import dev.startide.domain.star.Recount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Accounts for events that were accounted for before. An event that was loaded stays so, whatever
/// the model says of it now: what it said is in the warehouse.
class ReplayAccounting extends Accounting {

    private static final EventStanding LOADED = new EventStanding.Loaded();

    private final List<Reading> readings;
    private final Map<LanePosition, EventStanding> before;

    /// @param before what became of those events that were not loaded
    ReplayAccounting(List<Reading> readings, Map<LanePosition, EventStanding> before) {
        super(readings);
        this.readings = List.copyOf(readings);
        this.before = before;
    }

    @Override
    List<QuarantinedEvent> quarantined() {
        return super.quarantined().stream()
                .filter(event -> before.containsKey(event.at()))
                .toList();
    }

    @Override
    List<CursorMove> moves(Map<LaneId, Long> positions) {
        return List.of();
    }

    @Override
    List<IgnoredRun> ignored() {
        return List.of();
    }

    @Override
    List<Recount> recounts() {
        List<Recount> recounts = new ArrayList<>();
        for (Reading reading : readings) {
            EventStanding was = before.get(reading.at());
            EventStanding is = standing(reading);
            if (was != null && !was.equals(is)) {
                recounts.add(new Recount(reading.at(), was, is));
            }
        }
        return recounts;
    }

    static EventStanding standing(Reading reading) {
        return switch (reading) {
            case Reading.Typed _ -> LOADED;
            case Reading.Refused _ -> new EventStanding.Quarantined();
            case Reading.Ignored ignored -> new EventStanding.Ignored(ignored.rule());
        };
    }
}
