package dev.startide.app.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// The bounds of loading.
///
/// @param leaseTime how long another process waits before it takes over the load of one that hangs, or
///     whose machine is gone; one whose process is dead it takes over at once
/// @param batchEvents most events of one batch
/// @param batchLeast fewest events of one batch to which a slow database brings it down; where
///     statements time out it may become less
/// @param batchTarget how long a batch may take from its decision to its commit; batches grow and
///     shrink towards it
/// @param mostStandbyLag how many bytes of write-ahead log a standby may be behind before batches
///     shrink
/// @param batchBytes most payload bytes of one batch
/// @param remembered how many members of each dimension, and rows of each entity that others name,
///     are kept in memory; the others are looked up
/// @param readers how many parts of a batch are read at the same time; 0 for one less than there
///     are processors
@ConfigurationProperties("startide.load")
public record LoadConfig(
        @Bindable(defaultValue = "8s") Duration leaseTime,
        @Bindable(defaultValue = "5000") int batchEvents,
        @Bindable(defaultValue = "100") int batchLeast,
        @Bindable(defaultValue = "1s") Duration batchTarget,
        @Bindable(defaultValue = "268435456") long mostStandbyLag,
        @Bindable(defaultValue = "8388608") long batchBytes,
        @Bindable(defaultValue = "50000") int remembered,
        @Bindable(defaultValue = "0") int readers) {

    public LoadConfig {
        if (batchEvents < 1) {
            throw new IllegalArgumentException("startide.load.batch-events must be at least 1, is " + batchEvents);
        }
        if (batchLeast < 1) {
            throw new IllegalArgumentException("startide.load.batch-least must be at least 1, is " + batchLeast);
        }
        if (!batchTarget.isPositive()) {
            throw new IllegalArgumentException("startide.load.batch-target must be positive, is " + batchTarget);
        }
        if (mostStandbyLag < 0) {
            throw new IllegalArgumentException(
                    "startide.load.most-standby-lag must not be negative, is " + mostStandbyLag);
        }
    }

    /// How many parts are read at the same time on this machine: at least one.
    public int readersHere() {
        return readers > 0 ? readers : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
