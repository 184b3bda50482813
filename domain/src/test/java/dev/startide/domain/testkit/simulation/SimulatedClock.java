package dev.startide.domain.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that goes on when it is told to.
final class SimulatedClock implements InstantSource {

    private Instant now = Instant.parse("2026-03-15T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
