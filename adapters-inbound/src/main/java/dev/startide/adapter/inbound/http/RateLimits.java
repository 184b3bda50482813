package dev.startide.adapter.inbound.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderName;
import dev.startide.domain.access.SenderRate;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// How many events each sender may send. Safe for use by many threads.
///
/// A sender has a bucket that holds what may be sent in one second. A request needs one event of
/// room to be read at all, and is charged for all that it turns out to hold: a sender may so fall
/// into debt, of one request at most for each that is under way, and waits until that is paid.
@Singleton
final class RateLimits {

    /// Those that have been away the longest begin anew beyond it.
    private static final int MOST_REMEMBERED = 10_000;

    private static final Duration FORGET_AFTER = Duration.ofHours(1);
    private static final int NO_LIMIT = 0;

    private final int usual;
    private final TimeMeter time;
    private final Cache<Limited, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(FORGET_AFTER)
            .build();

    RateLimits(HttpIngestConfig config, Clock clock) {
        this.usual = config.rate();
        this.time = new InjectedTime(clock);
    }

    /// A sender, however many keys it has, at a rate.
    private record Limited(SenderName sender, int eventsPerSecond) {}

    /// Begins a request of a sender.
    ///
    /// @throws RefusedException if the sender has to wait
    Charge begin(Sender sender) throws RefusedException {
        int eventsPerSecond = switch (sender.rate()) {
            case SenderRate.Usual _ -> usual;
            case SenderRate.Most(int most) -> most;
        };
        if (eventsPerSecond == NO_LIMIT) {
            return _ -> {};
        }
        Bucket bucket = buckets.get(new Limited(sender.name(), eventsPerSecond), this::newBucket);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new RefusedException(
                    Mistake.TOO_FAST,
                    "%d events per second are allowed; send it again later".formatted(eventsPerSecond),
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return events -> charge(bucket, events - 1);
    }

    private static void charge(Bucket bucket, int more) {
        if (more > 0) {
            var _ = bucket.consumeIgnoringRateLimits(more);
        }
    }

    private Bucket newBucket(Limited limited) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(limited.eventsPerSecond())
                        .refillGreedy(limited.eventsPerSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /// What a request costs its sender.
    @FunctionalInterface
    interface Charge {

        /// Once it is known how many events there are.
        void forEvents(int events);
    }

    private record InjectedTime(Clock clock) implements TimeMeter {

        private static final long MILLI = 1_000_000;

        @Override
        public long currentTimeNanos() {
            return clock.millis() * MILLI;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
