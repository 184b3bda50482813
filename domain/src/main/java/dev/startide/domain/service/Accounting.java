package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.star.CursorMove;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Accounts for every event of a batch: loaded, quarantined with a reason, or ignored by a rule.
final class Accounting {

    private static final class Lane {
        private long upTo;
        private long loaded;
        private long quarantined;
        private final Map<String, Long> ignored = new HashMap<>();
    }

    private final TreeMap<LaneId, Lane> lanes = new TreeMap<>();
    private final List<QuarantinedEvent> quarantined = new ArrayList<>();

    Accounting(List<Reading> readings) {
        for (Reading reading : readings) {
            Lane lane = lanes.computeIfAbsent(reading.at().lane(), _ -> new Lane());
            lane.upTo = Math.max(lane.upTo, reading.at().position());
            switch (reading) {
                case Reading.Typed _ -> lane.loaded++;
                case Reading.Ignored ignored -> lane.ignored.merge(ignored.rule(), 1L, Long::sum);
                case Reading.Refused refused -> {
                    lane.quarantined++;
                    quarantined.add(new QuarantinedEvent(refused.at(), refused.source(), refused.rejection()));
                }
            }
        }
    }

    List<QuarantinedEvent> quarantined() {
        return quarantined;
    }

    /// @param positions up to where each lane was loaded before
    List<CursorMove> moves(Map<LaneId, Long> positions) {
        List<CursorMove> moves = new ArrayList<>();
        lanes.forEach((id, lane) -> moves.add(new CursorMove(
                id, positions.getOrDefault(id, 0L), lane.upTo, lane.loaded, lane.quarantined, lane.ignored)));
        return moves;
    }

    LoadStep.Loaded step(long rows) {
        long loaded = lanes.values().stream().mapToLong(lane -> lane.loaded).sum();
        long set = quarantined.size();
        long ignored = lanes.values().stream()
                .flatMap(lane -> lane.ignored.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return new LoadStep.Loaded(loaded + set + ignored, loaded, set, ignored, rows);
    }
}
