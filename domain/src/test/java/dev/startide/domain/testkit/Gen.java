package dev.startide.domain.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Random values for properties. The same seed gives the same values.
public final class Gen {

    private static final long MICROS_OF_A_SECOND = 1_000_000;

    private final RandomGenerator random;

    private Gen(RandomGenerator random) {
        this.random = random;
    }

    public static Gen seeded(long seed) {
        return new Gen(new SplittableRandom(seed));
    }

    /// A whole number.
    ///
    /// @param least inclusive
    /// @param most inclusive
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public long anyLong() {
        return random.nextLong();
    }

    /// True once in so many times.
    public boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    public boolean coin() {
        return random.nextBoolean();
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// A list whose length is between `least` and `most`, both inclusive.
    public <T> List<T> listOf(int least, int most, Function<Gen, T> element) {
        int length = between(least, most);
        List<T> list = new ArrayList<>(length);
        for (int index = 0; index < length; index++) {
            list.add(element.apply(this));
        }
        return list;
    }

    /// An instant in microseconds.
    ///
    /// @param from inclusive
    /// @param until exclusive
    public Instant instant(Instant from, Instant until) {
        long first = micros(from);
        long micros = random.nextLong(first, micros(until));
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_OF_A_SECOND), Math.floorMod(micros, MICROS_OF_A_SECOND) * 1_000);
    }

    /// The same elements in another order.
    public <T> List<T> shuffled(List<T> elements) {
        List<T> shuffled = new ArrayList<>(elements);
        for (int index = shuffled.size() - 1; index > 0; index--) {
            int other = random.nextInt(index + 1);
            T element = shuffled.get(index);
            shuffled.set(index, shuffled.get(other));
            shuffled.set(other, element);
        }
        return shuffled;
    }

    /// The same elements in the same order, cut into parts of one to `most`.
    public <T> List<List<T>> cut(List<T> elements, int most) {
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        while (from < elements.size()) {
            int until = Math.min(elements.size(), from + between(1, most));
            parts.add(List.copyOf(elements.subList(from, until)));
            from = until;
        }
        return parts;
    }

    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_OF_A_SECOND), instant.getNano() / 1_000);
    }
}
