package dev.startide.domain.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes a list of which a statement does not hold as small as it can be.
final class Shrinking<T> {

    /// The largest number of cases that are tried.
    private static final int STEPS = 2_000;

    private final Consumer<List<T>> statement;
    private final Function<T, List<T>> simpler;
    private int steps;

    Shrinking(Consumer<List<T>> statement, Function<T, List<T>> simpler) {
        this.statement = statement;
        this.simpler = simpler;
    }

    List<T> smallest(List<T> failing) {
        List<T> smallest = failing;
        List<T> before;
        do {
            before = smallest;
            smallest = simplest(shortest(smallest));
        } while (!smallest.equals(before) && steps < STEPS);
        return smallest;
    }

    /// What a statement throws of a case, null if it holds.
    static <C> @Nullable Throwable failureOf(Consumer<C> statement, C example) {
        try {
            statement.accept(example);
            return null;
        } catch (RuntimeException | AssertionError failure) {
            return failure;
        }
    }

    /// Leaves out halves, then quarters, down to single elements, as long as the rest still fails.
    private List<T> shortest(List<T> failing) {
        List<T> smallest = failing;
        int chunk = Math.max(1, smallest.size() / 2);
        while (steps < STEPS) {
            boolean isSmaller = false;
            int from = 0;
            while (from < smallest.size() && steps < STEPS) {
                List<T> candidate = without(smallest, from, chunk);
                if (fails(candidate)) {
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

    /// Puts simpler elements in the place of others, as long as the list still fails.
    private List<T> simplest(List<T> failing) {
        List<T> simplest = failing;
        for (int index = 0; index < simplest.size(); index++) {
            List<T> candidates = simpler.apply(simplest.get(index));
            for (int next = 0; next < candidates.size() && steps < STEPS; next++) {
                List<T> candidate = new ArrayList<>(simplest);
                candidate.set(index, candidates.get(next));
                if (fails(candidate)) {
                    simplest = List.copyOf(candidate);
                    candidates = simpler.apply(simplest.get(index));
                    next = -1;
                }
            }
        }
        return simplest;
    }

    private boolean fails(List<T> candidate) {
        steps++;
        return failureOf(statement, candidate) != null;
    }

    private static <E> List<E> without(List<E> list, int from, int count) {
        List<E> rest = new ArrayList<>(list.subList(0, from));
        rest.addAll(list.subList(Math.min(list.size(), from + count), list.size()));
        return List.copyOf(rest);
    }
}
