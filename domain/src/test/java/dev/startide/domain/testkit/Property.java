package dev.startide.domain.testkit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;

/// Statements that are to hold for every case, tried on random ones.
///
/// A failure names the seed of its case, and for lists the smallest case that still fails. Run it
/// again with `-Dproperty.seed=…`; run more trials with `-Dproperty.trials=…`, and other ones with
/// `-Dproperty.from=…`. A seed that once failed is kept, and tried before all others
/// ([#keptAs]).
public final class Property {

    /// Enough to meet rare combinations, few enough for every build.
    private static final int TRIALS = 200;

    private final long firstSeed;
    private final int trials;
    private final KeptSeeds kept;

    private Property(long firstSeed, int trials, KeptSeeds kept) {
        this.firstSeed = firstSeed;
        this.trials = trials;
        this.kept = kept;
    }

    /// A property that is tried on the cases of the seeds from 1 on, or of one seed if the system
    /// property `property.seed` names it.
    public static Property property() {
        Long seed = Long.getLong("property.seed");
        return seed == null
                ? new Property(
                        Long.getLong("property.from", 1), Integer.getInteger("property.trials", TRIALS), KeptSeeds.NONE)
                : new Property(seed, 1, KeptSeeds.NONE);
    }

    /// The same for a part of the trials: for cases that cost more than others.
    ///
    /// @param part one of so many trials is made
    public Property oncePer(int part) {
        return new Property(firstSeed, Math.max(1, trials / part), kept);
    }

    /// The same with so many trials where others make 200, for what deserves another number.
    ///
    /// @param usual how many, unless the system properties ask for one seed, or for more or fewer
    ///     trials: then as many more or fewer
    public Property tried(int usual) {
        boolean isOne = Long.getLong("property.seed") != null;
        return isOne ? this : new Property(firstSeed, Math.max(1, (int) ((long) usual * trials / TRIALS)), kept);
    }

    /// The same, which tries the seeds first that are kept under this name: those of cases that
    /// once failed.
    ///
    /// @param name of the file `regressions/<name>.seeds` on the class path of the tests
    public Property keptAs(String name) {
        return new Property(firstSeed, trials, KeptSeeds.named(name));
    }

    /// The same with other seeds and another number of trials, whatever the system properties say.
    public Property from(long seed, int count) {
        return new Property(seed, count, kept);
    }

    /// How often something is to be done that is usually done so often: as many times more or fewer
    /// as the system properties ask for.
    public static int times(int usual) {
        return Math.max(1, (int) ((long) usual * Integer.getInteger("property.trials", TRIALS) / TRIALS));
    }

    /// Tries a statement on random cases.
    ///
    /// @param statement throws if it does not hold
    public <T> void forAll(Function<Gen, T> cases, Consumer<T> statement) {
        seeds().forEach(seed -> {
            T example = cases.apply(Gen.seeded(seed));
            Throwable failure = Shrinking.failureOf(statement, example);
            if (failure != null) {
                throw falsified(seed, example, failure);
            }
        });
    }

    /// Tries a statement on random lists; a list that fails is made as small as it can be.
    ///
    /// @param statement throws if it does not hold; must be true or false of every part of a list
    public <T> void forAllLists(Function<Gen, List<T>> cases, Consumer<List<T>> statement) {
        forAllLists(cases, _ -> List.of(), statement);
    }

    /// Tries a statement on random lists; a list that fails is made as short, and then its elements
    /// as simple as they can be.
    ///
    /// @param simpler other elements that may stand for one, the simplest first; those of the last
    ///     of them are none
    /// @param statement throws if it does not hold; must be true or false of every part of a list
    public <T> void forAllLists(
            Function<Gen, List<T>> cases, Function<T, List<T>> simpler, Consumer<List<T>> statement) {
        seeds().forEach(seed -> {
            List<T> example = List.copyOf(cases.apply(Gen.seeded(seed)));
            if (Shrinking.failureOf(statement, example) != null) {
                List<T> smallest = new Shrinking<>(statement, simpler).smallest(example);
                throw falsified(seed, smallest, Shrinking.failureOf(statement, smallest));
            }
        });
    }

    private LongStream seeds() {
        LongStream random = LongStream.range(firstSeed, firstSeed + trials);
        return Long.getLong("property.seed") == null ? LongStream.concat(kept.seeds(), random) : random;
    }

    private AssertionError falsified(long seed, Object example, Throwable failure) {
        return new AssertionError(
                "Falsified by seed %d (run it alone with -Dproperty.seed=%d%s)%nCase: %s%n%s"
                        .formatted(seed, seed, kept.advice(), printed(example), failure.getMessage()),
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
