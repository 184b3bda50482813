package dev.startide.adapter.inbound.pulsar;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before trying again: at random between nothing and a bound that doubles with
/// each failure up to a cap, so that many that failed together do not come back together.
///
/// Used by one thread.
final class Backoff {

    private static final Duration FIRST_BOUND = Duration.ofMillis(50);

    private final Duration cap;
    private final RandomGenerator random;
    private Duration bound = FIRST_BOUND;

    Backoff(Duration cap, RandomGenerator random) {
        this.cap = cap;
        this.random = random;
    }

    /// The wait after a failure.
    Duration next() {
        Duration within = bound.compareTo(cap) < 0 ? bound : cap;
        bound = within.multipliedBy(2);
        return Duration.ofMillis(random.nextLong(within.toMillis() + 1));
    }

    /// After a success.
    void reset() {
        bound = FIRST_BOUND;
    }
}
