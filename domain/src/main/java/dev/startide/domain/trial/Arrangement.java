package dev.startide.domain.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// In which order, and how many at a time, the events of a test are loaded.
public enum Arrangement {
    /// As they are given, one by one.
    GIVEN,

    /// The last one first, one by one.
    REVERSED,

    /// In an order that a seed decides, a few at a time.
    SHUFFLED,

    /// All of them twice, at once.
    DOUBLED;

    private static final int MOST_AT_ONCE = 4;

    /// What a reader calls it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The indexes of the events of each batch.
    ///
    /// @param events how many there are
    public List<List<Integer>> batches(int events, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, events).boxed().toList());
        return switch (this) {
            case GIVEN -> split(order, 1);
            case REVERSED -> split(order.reversed(), 1);
            case SHUFFLED -> {
                Random random = new Random(seed);
                Collections.shuffle(order, random);
                yield split(order, 1 + random.nextInt(MOST_AT_ONCE));
            }
            case DOUBLED -> {
                order.addAll(List.copyOf(order));
                yield split(order, Math.max(1, order.size()));
            }
        };
    }

    private static List<List<Integer>> split(List<Integer> order, int size) {
        List<List<Integer>> batches = new ArrayList<>();
        for (int from = 0; from < order.size(); from += size) {
            batches.add(List.copyOf(order.subList(from, Math.min(order.size(), from + size))));
        }
        return batches;
    }
}
