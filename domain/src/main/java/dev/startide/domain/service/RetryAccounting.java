package dev.startide.domain.service;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.quarantine.Retried;
import java.util.List;
import java.util.Map;

/// Accounts for events that somebody has asked to try again, and answers.
final class RetryAccounting extends ReplayAccounting {

    private final List<Retried> answers;

    /// @param before what became of those events that were not loaded
    RetryAccounting(List<Reading> readings, Map<LanePosition, EventStanding> before) {
        super(readings, before);
        this.answers = readings.stream()
                .map(reading -> new Retried(reading.at(), standing(reading, before)))
                .toList();
    }

    @Override
    List<Retried> retried() {
        return answers;
    }

    /// What was loaded once stays so.
    private static EventStanding standing(Reading reading, Map<LanePosition, EventStanding> before) {
        return before.containsKey(reading.at()) ? standing(reading) : new EventStanding.Loaded();
    }
}
