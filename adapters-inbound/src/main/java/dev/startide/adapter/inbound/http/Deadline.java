package dev.startide.adapter.inbound.http;

import java.time.Duration;

/// Until when a request has to be done.
///
/// @param nanos as [System#nanoTime] counts
record Deadline(long nanos) {

    static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// What is left; zero once it is past.
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isPast() {
        return left().isZero();
    }
}
