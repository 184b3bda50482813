package dev.startide.adapter.inbound.pulsar;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells the threads of a source to end, and lets them wait no longer than until then.
final class StopSignal {

    private final CountDownLatch raised = new CountDownLatch(1);

    void raise() {
        raised.countDown();
    }

    boolean isRaised() {
        return raised.getCount() == 0;
    }

    /// Waits, but not beyond the signal. An interrupt is taken for the signal.
    void await(Duration most) {
        try {
            boolean _ = raised.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            raise();
            Thread.currentThread().interrupt();
        }
    }
}
