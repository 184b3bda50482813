package dev.startide.app.cli;

import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.quality.LoadStep;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads what waits, then gives up the right to load.
///
/// [#run] is called once, by one thread. Any other may close it: the batch that is being loaded
/// ends, the right to load is given up, and only then does closing return.
final class FiniteLoad implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FiniteLoad.class);

    static final LoadStep.Loaded NOTHING = new LoadStep.Loaded(0, 0, 0, 0, 0);

    /// A batch takes seconds. The right to load ends by itself some time after.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final LoadWarehouse load;
    private final Consumer<LoadStep.Loaded> watcher;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean hasBegun;
    private volatile boolean isStopping;

    /// @param watcher told after each batch what was loaded until then
    FiniteLoad(LoadWarehouse load, Consumer<LoadStep.Loaded> watcher) {
        this.load = load;
        this.watcher = watcher;
    }

    /// What was loaded, and why it was no more.
    ///
    /// @param isElsewhere whether another process holds the right to load
    record Result(LoadStep.Loaded loaded, boolean isElsewhere) {}

    Result run() {
        hasBegun = true;
        try {
            return loadAll();
        } finally {
            try {
                load.release();
            } finally {
                released.countDown();
            }
        }
    }

    private Result loadAll() {
        LoadStep.Loaded all = NOTHING;
        while (!isStopping) {
            switch (load.loadNext()) {
                case LoadStep.Loaded more -> {
                    all = all.plus(more);
                    watcher.accept(all);
                }
                case LoadStep.Retried _ -> {}
                case LoadStep.Idle() -> {
                    return new Result(all, false);
                }
                case LoadStep.StandingBy() -> {
                    return new Result(all, true);
                }
            }
        }
        return new Result(all, false);
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
