package dev.startide.app.cli;

import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.port.inbound.SettleQuarantine;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineFilter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has something done with the quarantine, and waits until it is: by the process that loads, or, if
/// there is none, by this one.
///
/// Used by one thread. Any other may close it: the batch that is being tried ends, the right to
/// load is given up if it was taken, and only then does closing return. What was asked for stays
/// asked for.
final class SettleRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettleRun.class);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final SettleQuarantine settle;
    private final ShowQuarantine show;
    private final LoadWarehouse load;
    private final Consumer<QuarantineAction> watcher;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean isLoading;

    /// @param watcher told now and then how far it has come
    SettleRun(SettleQuarantine settle, ShowQuarantine show, LoadWarehouse load, Consumer<QuarantineAction> watcher) {
        this.settle = settle;
        this.show = show;
        this.load = load;
        this.watcher = watcher;
    }

    QuarantineAction ask(ActionOrder order, QuarantineFilter filter, long limit, LongConsumer gathered) {
        return settle.ask(order, filter, limit, gathered);
    }

    /// Waits until everything of an action is done, or until somebody wants it to stop.
    QuarantineAction await(QuarantineAction asked) {
        isLoading = true;
        try {
            QuarantineAction action = asked;
            while (action.outcomes().waiting() > 0 && stopping.getCount() > 0) {
                step();
                action = show.action(action.id()).orElse(action);
                watcher.accept(action);
            }
            return action;
        } finally {
            try {
                load.release();
            } finally {
                released.countDown();
            }
        }
    }

    private void step() {
        try {
            switch (load.retryNext()) {
                case LoadStep.Retried _ -> {}
                case LoadStep.StandingBy _, LoadStep.Idle _, LoadStep.Loaded _ -> pause();
            }
        } catch (StartideException failure) {
            if (!failure.handling().mayPass()) {
                throw failure;
            }
            LOG.debug("What was asked for is tried again", failure);
            pause();
        }
    }

    private void pause() {
        try {
            boolean isStopped = stopping.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("Looked again, stopping: {}", isStopped);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        if (isLoading && !isReleasedInTime()) {
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
