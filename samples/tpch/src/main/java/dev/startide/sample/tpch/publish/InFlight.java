package dev.startide.sample.tpch.publish;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The sends that are not yet acknowledged, at most a given number; and the first failure among
/// them.
final class InFlight {

    private final int limit;
    private final Semaphore free;
    private final Progress progress;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    InFlight(int limit, Progress progress) {
        this.limit = limit;
        this.free = new Semaphore(limit);
        this.progress = progress;
    }

    /// Starts a send as soon as there is room for it; refuses when an earlier one has failed.
    void send(int events, Supplier<CompletableFuture<?>> start) throws InterruptedException {
        free.acquire();
        failIfAnyFailed();
        var _ = start.get().whenComplete((_, problem) -> {
            if (problem == null) {
                progress.add(events);
            } else {
                failure.compareAndSet(null, problem);
            }
            free.release();
        });
    }

    /// Waits for every send. Each send has a time limit of its own.
    void awaitAll() throws InterruptedException {
        free.acquire(limit);
        free.release(limit);
        failIfAnyFailed();
    }

    private void failIfAnyFailed() {
        Throwable problem = failure.get();
        if (problem == null) {
            return;
        }
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        throw cause instanceof PublishingFailed failed
                ? failed
                : new PublishingFailed("Cannot publish: " + cause.getMessage(), cause);
    }
}
