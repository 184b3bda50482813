package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.domain.failure.StartideException;
import java.time.Duration;

/// Tries again what failed because tables were held, with pauses in which their holders and those
/// who wait for them get their turn.
final class Retrying {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private Retrying() {}

    static void whileLocked(Runnable work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                work.run();
                return;
            } catch (StartideException failure) {
                if (failure.code() != TableLocks.STILL_LOCKED || System.nanoTime() > end) {
                    throw failure;
                }
                sleep(pause, failure);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static void sleep(Duration pause, StartideException failure) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
