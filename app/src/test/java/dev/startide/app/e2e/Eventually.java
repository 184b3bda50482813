package dev.startide.app.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what happens on other threads, and no longer than it takes.
final class Eventually {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Eventually() {}

    /// Returns when the condition holds.
    ///
    /// @throws AssertionError with the state of things, if it does not in time
    static void holds(Duration limit, BooleanSupplier condition, Supplier<String> state) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within %s: %s".formatted(limit, state.get()));
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
