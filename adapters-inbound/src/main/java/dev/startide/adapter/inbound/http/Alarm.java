package dev.startide.adapter.inbound.http;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Ends the wait of threads that read from a sender that dawdles. Safe for use by many threads.
@Singleton
final class Alarm {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("http-alarm").factory());

    /// Interrupts the calling thread at a deadline, unless the watch is closed before.
    Watch set(Deadline deadline) {
        Ring ring = new Ring(Thread.currentThread());
        return new Watch(ring, clock.schedule(ring, deadline.left().toNanos(), TimeUnit.NANOSECONDS));
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    /// Lasts from when an alarm is set until it is closed, by the thread that set it. That thread
    /// is never found interrupted by it afterwards.
    record Watch(Ring ring, ScheduledFuture<?> scheduled) implements AutoCloseable {

        @Override
        public void close() {
            boolean _ = scheduled.cancel(false);
            ring.end();
        }
    }

    /// Interrupts a thread once, unless it is over.
    static final class Ring implements Runnable {

        private final Thread waiting;
        private boolean hasRung;
        private boolean isOver;

        private Ring(Thread waiting) {
            this.waiting = waiting;
        }

        @Override
        public synchronized void run() {
            if (!isOver) {
                hasRung = true;
                waiting.interrupt();
            }
        }

        private synchronized void end() {
            isOver = true;
            boolean _ = hasRung && Thread.interrupted();
        }
    }
}
