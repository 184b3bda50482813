package dev.startide.app.cli;

import dev.startide.domain.port.inbound.ReplayEvents;
import dev.startide.domain.replay.ReplayOrder;
import dev.startide.domain.replay.ReplayProgress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Replays until the end of a part of the log, or until somebody wants it to stop.
///
/// [#run] is called once, by one thread. Any other may close it: the batch that is being loaded
/// ends, the right to load is given back, and only then does closing return.
final class ReplayRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final ReplayEvents replay;
    private final Consumer<ReplayProgress> watcher;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean hasBegun;
    private volatile boolean isStopping;

    /// @param watcher told after each batch
    ReplayRun(ReplayEvents replay, Consumer<ReplayProgress> watcher) {
        this.replay = replay;
        this.watcher = watcher;
    }

    ReplayProgress run(ReplayOrder order) {
        hasBegun = true;
        try {
            ReplayProgress progress = replay.begin(order);
            while (!isStopping && !progress.isDone()) {
                progress = replay.next();
                watcher.accept(progress);
            }
            return progress;
        } finally {
            try {
                replay.release();
            } finally {
                released.countDown();
            }
        }
    }

    @Override
    public void close() {
        isStopping = true;
        if (hasBegun && !isReleasedInTime()) {
            LOG.warn("The batch did not end in time; the right to load ends by itself");
        }
    }

    private boolean isReleasedInTime() {
        try {
            return released.await(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
