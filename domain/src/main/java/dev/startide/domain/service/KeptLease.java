package dev.startide.domain.service;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.LoaderLease;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The right to load, kept by a process while it works on whole tables, which takes as long as it
/// takes. It is prolonged again and again meanwhile, so that others wait no longer than usual if the
/// process dies.
///
/// @param executor does the work while the caller prolongs
record KeptLease(LoaderLease lease, LoadSettings settings, Executor executor) {

    /// How often it is prolonged while it would last.
    private static final int TIMES = 3;

    /// Prolongs it.
    ///
    /// @throws StartideException `FENCED` if another process has it
    void keep(long epoch) {
        if (!isOurs(epoch)) {
            throw StartideException.because(
                    FailureCode.FENCED, "Another process has taken the right to load; nothing was swapped");
        }
    }

    /// Does work while it is kept.
    ///
    /// @throws StartideException `FENCED` as soon as another process has it; the work may go on for a
    ///     while, and must do no harm
    <T> T during(long epoch, Supplier<T> work) {
        keep(epoch);
        return done(work, () -> {
            keep(epoch);
            return true;
        });
    }

    /// Does work that finds out by itself whether it is lost, and after which it may be of no use.
    void untilItIsUsed(long epoch, Runnable work) {
        keep(epoch);
        done(CompletableFuture.runAsync(work, executor), () -> isProlonged(epoch));
    }

    private <T> T done(Supplier<T> work, BooleanSupplier prolonging) {
        return done(CompletableFuture.supplyAsync(work, executor), prolonging);
    }

    private <T> T done(CompletableFuture<T> work, BooleanSupplier prolonging) {
        long pause = Math.max(1, settings.leaseTime().dividedBy(TIMES).toMillis());
        while (true) {
            try {
                return work.get(pause, TimeUnit.MILLISECONDS);
            } catch (TimeoutException unfinished) {
                pause = prolonging.getAsBoolean() ? pause : Long.MAX_VALUE;
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException known
                        ? known
                        : new CompletionException(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CompletionException(interrupted);
            }
        }
    }

    private boolean isProlonged(long epoch) {
        try {
            return isOurs(epoch);
        } catch (StartideException ofNoUse) {
            return false;
        }
    }

    private boolean isOurs(long epoch) {
        return lease.acquire(settings.holder(), settings.leaseTime()).orElse(-1) == epoch;
    }
}
