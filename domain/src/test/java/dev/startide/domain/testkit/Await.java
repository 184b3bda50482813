package dev.startide.domain.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what happens on another thread or in another process.
public final class Await {

    /// Generous: it is only reached when a test is about to fail.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private Await() {}

    /// Returns as soon as the condition holds.
    ///
    /// @param what completes the sentence "waited in vain until"
    /// @throws AssertionError if it does not hold for half a minute
    public static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    /// The same for what takes longer, such as the start of a process.
    ///
    /// @throws AssertionError if it does not hold in time
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("Waited in vain until " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
