package dev.startide.adapter.inbound.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of requests may be in memory at once. Safe for use by many threads.
final class ByteBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    ByteBudget(long most) {
        this.most = most;
    }

    /// A share that is empty at first.
    Share newShare() {
        return new Share();
    }

    private boolean take(long bytes) {
        long before = taken.getAndUpdate(now -> now + bytes <= most ? now + bytes : now);
        return before + bytes <= most;
    }

    /// What one request has taken. Used by one thread; given back when closed, but not before what
    /// it is kept for is done.
    final class Share implements AutoCloseable {

        private long size;
        private CompletableFuture<?> keptFor = CompletableFuture.completedFuture(null);

        private Share() {}

        /// Grows to a size if it is not as large already; false if the budget does not allow it.
        boolean growTo(long wanted) {
            boolean granted = wanted <= size || take(wanted - size);
            size = granted ? Math.max(size, wanted) : size;
            return granted;
        }

        /// Lets the share outlast its request until this is done, however it ends: a request that
        /// no longer waits leaves its events behind.
        void keepFor(CompletableFuture<?> logging) {
            keptFor = logging;
        }

        @Override
        public void close() {
            long given = size;
            size = 0;
            var _ = keptFor.whenComplete((_, _) -> taken.addAndGet(-given));
        }
    }
}
