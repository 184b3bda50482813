package dev.startide.domain.testkit;

import java.util.ArrayList;
import java.util.List;

/// Every order that a few things can have.
public final class Permutations {

    private Permutations() {}

    /// @param items few: five have 120 orders, eight have 40,320
    public static <T> List<List<T>> of(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            List<T> rest = new ArrayList<>(items);
            T first = rest.remove(index);
            for (List<T> tail : of(rest)) {
                List<T> permutation = new ArrayList<>(items.size());
                permutation.add(first);
                permutation.addAll(tail);
                all.add(permutation);
            }
        }
        return all;
    }
}
