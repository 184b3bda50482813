package dev.startide.domain.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Statements that are to hold for every case, tried on random ones.
///
/// A failure names the seed of its case, and for lists the smallest case that still fails. Run it
/// again with `-Dproperty.seed=…`; run more trials with `-Dproperty.trials=…`.
public final class Property {

    /// Enough to meet rare combinations, few enough for every build.
    private static final int TRIALS = 200;

    /// The largest number of cases that are tried to make a failure smaller.
    private static final int SHRINKING_STEPS = 2_000;

    private final long firstSeed;
    private final int trials;

    private Property(long firstSeed, int trials) {
        this.firstSeed = firstSeed;
        this.trials = trials;
    }

    /// A property that is tried on the cases of the seeds from 1 on, or of one seed if the system
    /// property `property.seed` names it.
    public static Property property() {
        Long seed = Long.getLong("property.seed");
        return seed == null ? new Property(1, Integer.getInteger("property.trials", TRIALS)) : new Property(seed, 1);
    }

    /// The same for a part of the trials: for cases that cost more than others.
    ///
    /// @param part one of so many trials is made
    public Property oncePer(int part) {
        return new Property(firstSeed, Math.max(1, trials / part));
    }

    /// The same with other seeds and another number of trials, whatever the system properties say.
    Property from(long seed, int count) {
        return new Property(seed, count);
    }

    /// Tries a statement on random cases.
    ///
    /// @param statement throws if it does not hold
    public <T> void forAll(Function<Gen, T> cases, Consumer<T> statement) {
        for (long seed = firstSeed; seed < firstSeed + trials; seed++) {
            T example = cases.apply(Gen.seeded(seed));
            Throwable failure = failureOf(statement, example);
            if (failure != null) {
                throw falsified(seed, example, failure);
            }
        }
    }

    /// Tries a statement on random lists; a list that fails is made as small as it can be.
    ///
    /// @param statement throws if it does not hold; must be true or false of every part of a list
    public <T> void forAllLists(Function<Gen, List<T>> cases, Consumer<List<T>> statement) {
        for (long seed = firstSeed; seed < firstSeed + trials; seed++) {
            List<T> example = List.copyOf(cases.apply(Gen.seeded(seed)));
            if (failureOf(statement, example) != null) {
                List<T> smallest = shrunk(example, statement);
                throw falsified(seed, smallest, failureOf(statement, smallest));
            }
        }
    }

    /// Leaves out halves, then quarters, down to single elements, as long as the rest still fails.
    private static <T> List<T> shrunk(List<T> failing, Consumer<List<T>> statement) {
        List<T> smallest = failing;
        int steps = 0;
        int chunk = Math.max(1, smallest.size() / 2);
        while (steps < SHRINKING_STEPS) {
            boolean isSmaller = false;
            for (int from = 0; from < smallest.size() && steps < SHRINKING_STEPS; steps++) {
                List<T> candidate = without(smallest, from, chunk);
                if (failureOf(statement, candidate) != null) {
                    smallest = candidate;
                    isSmaller = true;
                } else {
                    from += chunk;
                }
            }
            if (!isSmaller && chunk == 1) {
                return smallest;
            }
            chunk = isSmaller ? chunk : chunk / 2;
        }
        return smallest;
    }

    private static <T> List<T> without(List<T> list, int from, int count) {
        List<T> rest = new ArrayList<>(list.subList(0, from));
        rest.addAll(list.subList(Math.min(list.size(), from + count), list.size()));
        return List.copyOf(rest);
    }

    private static <T> Throwable failureOf(Consumer<T> statement, T example) {
        try {
            statement.accept(example);
            return null;
        } catch (RuntimeException | AssertionError failure) {
            return failure;
        }
    }

    private static AssertionError falsified(long seed, Object example, Throwable failure) {
        return new AssertionError(
                "Falsified by seed %d (run it alone with -Dproperty.seed=%d)%nCase: %s%n%s"
                        .formatted(seed, seed, printed(example), failure.getMessage()),
                failure);
    }

    private static String printed(Object example) {
        if (!(example instanceof List<?> list)) {
            return String.valueOf(example);
        }
        StringBuilder lines = new StringBuilder("%d elements".formatted(list.size()));
        list.forEach(element -> lines.append("%n  %s".formatted(element)));
        return lines.toString();
    }
}
