package dev.startide.app.cli;

import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.RebuildTables;
import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.RebuildStep;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rebuilds until the tables can be swapped, or until somebody wants it to stop.
///
/// [#run] is called once, by one thread. Any other may close it: the batch that is being loaded
/// ends, the right to rebuild is given up, and only then does closing return.
final class RebuildRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRun.class);

    /// A process that died keeps its right to rebuild for less than that.
    private static final int TRIES = 90;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final RebuildTables rebuild;
    private final Consumer<RebuildStep.Loaded> watcher;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean hasBegun;

    /// @param watcher told after each batch
    RebuildRun(RebuildTables rebuild, Consumer<RebuildStep.Loaded> watcher) {
        this.rebuild = rebuild;
        this.watcher = watcher;
    }

    /// How it ended.
    sealed interface Result {

        /// Compared, and swapped if that was decided.
        record Finished(RebuildOutcome outcome) implements Result {}

        /// Somebody has stopped it.
        record Stopped() implements Result {}

        /// Another process rebuilds.
        record Elsewhere() implements Result {}
    }

    Result run(OnDifference policy) {
        hasBegun = true;
        try {
            return rebuildAll(policy);
        } finally {
            try {
                rebuild.release();
            } finally {
                ended.countDown();
            }
        }
    }

    private Result rebuildAll(OnDifference policy) {
        int tries = 0;
        while (stop.getCount() > 0) {
            try {
                switch (rebuild.loadNext()) {
                    case RebuildStep.Loaded loaded -> {
                        tries = 0;
                        watcher.accept(loaded);
                    }
                    case RebuildStep.CaughtUp _ -> {
                        return new Result.Finished(rebuild.finish(policy));
                    }
                    case RebuildStep.Paused() -> {
                        return new Result.Stopped();
                    }
                    case RebuildStep.StandingBy() -> {
                        if (++tries >= TRIES) {
                            return new Result.Elsewhere();
                        }
                        pause();
                    }
                }
            } catch (StartideException failure) {
                if (!failure.handling().mayPass() || ++tries >= TRIES) {
                    throw failure;
                }
                LOG.info("{} Trying again.", failure.getMessage());
                pause();
            }
        }
        return new Result.Stopped();
    }

    @Override
    public void close() {
        stop.countDown();
        if (hasBegun && !wait(ended, STOP_LIMIT)) {
            LOG.warn("The rebuild did not stop in time; what it had not committed is void");
        }
    }

    private void pause() {
        boolean isStopping = wait(stop, BETWEEN_TRIES);
        LOG.trace("Waited, stopping: {}", isStopping);
    }

    private static boolean wait(CountDownLatch latch, Duration limit) {
        try {
            return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
