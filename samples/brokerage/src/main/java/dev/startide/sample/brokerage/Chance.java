package dev.startide.sample.brokerage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// Random choices that depend on nothing but a seed and what they are about.
final class Chance {

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Chance about(String subject, long seed) {
        return new Chance(seed * 1_000_003 + subject.hashCode());
    }

    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    /// A number from `low` to `high`, both included.
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// An instant from `from` (included) to `to` (excluded), in whole seconds.
    Instant between(Instant from, Instant to) {
        return from.plusSeconds(random.nextLong(Duration.between(from, to).toSeconds()));
    }

    /// So many instants from `from` to `to`, in ascending order.
    List<Instant> between(Instant from, Instant to, int count) {
        return random.longs(count, 0, Duration.between(from, to).toSeconds())
                .sorted()
                .mapToObj(from::plusSeconds)
                .toList();
    }
}
