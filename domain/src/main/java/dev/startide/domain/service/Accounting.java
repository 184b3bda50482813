package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quarantine.Retried;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.star.IgnoredRun;
import dev.startide.domain.star.Recount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Accounts for every event of a batch: loaded, quarantined with a reason, or ignored by a rule.
class Accounting {

    private static final class Lane {
        private long upTo;
        private long loaded;
        private long quarantined;
        private final Map<String, Long> ignored = new HashMap<>();
    }

    private final TreeMap<LaneId, Lane> lanes = new TreeMap<>();
    private final List<QuarantinedEvent> quarantined = new ArrayList<>();
    private final List<Reading.Ignored> ignored = new ArrayList<>();

    Accounting(List<Reading> readings) {
        for (Reading reading : readings) {
            Lane lane = lanes.computeIfAbsent(reading.at().lane(), _ -> new Lane());
            lane.upTo = Math.max(lane.upTo, reading.at().position());
            switch (reading) {
                case Reading.Typed _ -> lane.loaded++;
                case Reading.Ignored aside -> {
                    lane.ignored.merge(aside.rule(), 1L, Long::sum);
                    ignored.add(aside);
                }
                case Reading.Refused refused -> {
                    lane.quarantined++;
                    quarantined.add(
                            new QuarantinedEvent(refused.at(), refused.source(), refused.rejection(), refused.kind()));
                }
            }
        }
    }

    /// Which events rules have set aside, in runs.
    List<IgnoredRun> ignored() {
        List<IgnoredRun> runs = new ArrayList<>();
        for (Reading.Ignored reading : ignored) {
            IgnoredRun last = runs.isEmpty() ? null : runs.getLast();
            if (last != null
                    && last.lane().equals(reading.at().lane())
                    && last.last() + 1 == reading.at().position()
                    && last.rule().equals(reading.rule())) {
                runs.set(runs.size() - 1, new IgnoredRun(last.lane(), last.first(), last.last() + 1, last.rule()));
            } else {
                runs.add(new IgnoredRun(
                        reading.at().lane(),
                        reading.at().position(),
                        reading.at().position(),
                        reading.rule()));
            }
        }
        return runs;
    }

    /// Events that count otherwise than before.
    List<Recount> recounts() {
        return List.of();
    }

    /// What became of events that somebody has asked to try again.
    List<Retried> retried() {
        return List.of();
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
        long set = lanes.values().stream().mapToLong(lane -> lane.quarantined).sum();
        long ignoredNow = lanes.values().stream()
                .flatMap(lane -> lane.ignored.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return new LoadStep.Loaded(loaded + set + ignoredNow, loaded, set, ignoredNow, rows);
    }
}
