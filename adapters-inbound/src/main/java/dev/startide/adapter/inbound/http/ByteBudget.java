package dev.startide.adapter.inbound.http;

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

    /// What one request has taken. Used by one thread; given back when closed.
    final class Share implements AutoCloseable {

        private long size;

        private Share() {}

        /// Grows to a size if it is not as large already; false if the budget does not allow it.
        boolean growTo(long wanted) {
            boolean granted = wanted <= size || take(wanted - size);
            size = granted ? Math.max(size, wanted) : size;
            return granted;
        }

        @Override
        public void close() {
            taken.addAndGet(-size);
            size = 0;
        }
    }
}
