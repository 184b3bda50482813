package dev.startide.domain.pace;

import java.time.Duration;

/// What the size of a load batch is kept within.
///
/// @param least fewest events to which a slow database brings a batch down; only statements that
///     time out bring it further down, to a single event if need be
/// @param most most events of one batch
/// @param target how long a batch may take from its decision to its commit
/// @param mostBehind how many bytes of write-ahead log a standby may be behind before batches shrink
public record BatchBounds(int least, int most, Duration target, long mostBehind) {

    public BatchBounds {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "The least events of a batch must be from 1 to the most, are %d of %d".formatted(least, most));
        }
        if (!target.isPositive()) {
            throw new IllegalArgumentException("The target of a batch must be positive, is " + target);
        }
        if (mostBehind < 0) {
            throw new IllegalArgumentException("A standby cannot be %d bytes behind".formatted(mostBehind));
        }
    }
}
