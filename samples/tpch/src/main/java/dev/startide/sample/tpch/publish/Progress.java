package dev.startide.sample.tpch.publish;

import java.util.concurrent.atomic.AtomicLong;

/// How far publishing is. Safe for use by many threads.
public final class Progress {

    private final long total;
    private final AtomicLong published = new AtomicLong();

    public Progress(long total) {
        this.total = total;
    }

    /// Events that will be sent; a doubled event counts twice.
    public long total() {
        return total;
    }

    /// Events that were acknowledged by their receiver.
    public long published() {
        return published.get();
    }

    void add(int events) {
        published.addAndGet(events);
    }
}
