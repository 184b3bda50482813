package dev.startide.sample.tpch;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// Random choices that depend on nothing but a seed and what they are about, so that a larger
/// scale or another order of generation leaves the choices for one customer as they were.
final class Chance {

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    static Chance about(String subject, long number, long seed) {
        return new Chance(new SplittableRandom((seed * 31 + subject.hashCode()) * 1_000_003 + number));
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

    /// An instant from `from` (included) to `to` (excluded), in whole microseconds.
    Instant between(Instant from, Instant to) {
        return from.plus(random.nextLong(MICROS.between(from, to)), MICROS);
    }

    /// So many instants from `from` to `to`, in ascending order.
    List<Instant> between(Instant from, Instant to, int count) {
        return random.longs(count, 0, MICROS.between(from, to))
                .sorted()
                .mapToObj(offset -> from.plus(offset, MICROS))
                .toList();
    }
}
