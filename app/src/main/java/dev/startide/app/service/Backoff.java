package dev.startide.app.service;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before trying again: a random time below a bound that doubles with each failure
/// up to a cap, so that many processes that lost the same server do not come back at once.
final class Backoff {

    /// Beyond this many doublings every cap is reached.
    private static final int MAX_DOUBLINGS = 30;

    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
    }

    /// The wait after one more failure: at least a millisecond.
    Duration next() {
        long bound = Math.min(most.toMillis(), first.toMillis() << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        return Duration.ofMillis(1 + random.nextLong(Math.max(1, bound)));
    }

    /// It worked: the next failure is a first one.
    void reset() {
        failures = 0;
    }
}
