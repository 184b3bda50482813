package dev.startide.dev.proxy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How the network is.
///
/// @param latency by how much later the server is heard
/// @param bytesPerSecond how much goes through each way of a connection; no limit if 0
/// @param isSilent whether nothing goes through
record Weather(Duration latency, int bytesPerSecond, boolean isSilent) {

    static final Weather FAIR = new Weather(Duration.ZERO, 0, false);

    /// Holds the thread up for as long as so many bytes take.
    void narrow(int bytes) {
        if (bytesPerSecond > 0) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond);
        }
    }

    /// Holds the thread up for the latency.
    void slow() {
        if (!latency.isZero()) {
            LockSupport.parkNanos(latency.toNanos());
        }
    }
}
