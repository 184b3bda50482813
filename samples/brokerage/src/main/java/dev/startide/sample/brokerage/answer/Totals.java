package dev.startide.sample.brokerage.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sums by group: what `select …, sum(…) group by … order by …` does. The columns of a group are
/// all of them either `Integer` or `String` and sorted as such.
final class Totals {

    private final Map<List<Comparable<?>>, List<BigDecimal>> sums = new HashMap<>();

    void add(List<Comparable<?>> group, BigDecimal... amounts) {
        sums.merge(group, List.of(amounts), Totals::plus);
    }

    /// The groups with their sums, in ascending order of the groups.
    List<List<String>> rows() {
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Totals::compare))
                .map(Totals::row)
                .toList();
    }

    /// The groups with the largest first sums, largest first; of equal ones the first groups.
    List<List<String>> largest(int count) {
        Comparator<Map.Entry<List<Comparable<?>>, List<BigDecimal>>> bySum =
                Comparator.comparing(entry -> entry.getValue().getFirst().negate());
        return sums.entrySet().stream()
                .sorted(bySum.thenComparing(Map.Entry::getKey, Totals::compare))
                .limit(count)
                .map(Totals::row)
                .toList();
    }

    private static List<BigDecimal> plus(List<BigDecimal> left, List<BigDecimal> right) {
        List<BigDecimal> sum = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            sum.add(left.get(i).add(right.get(i)));
        }
        return sum;
    }

    private static int compare(List<Comparable<?>> left, List<Comparable<?>> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Comparable<?> left, Comparable<?> right) {
        return left instanceof Integer a && right instanceof Integer b
                ? a.compareTo(b)
                : left.toString().compareTo(right.toString());
    }

    private static List<String> row(Map.Entry<List<Comparable<?>>, List<BigDecimal>> entry) {
        List<String> row = new ArrayList<>();
        entry.getKey().forEach(column -> row.add(Answer.cell(column)));
        entry.getValue().forEach(sum -> row.add(Answer.cell(sum)));
        return row;
    }
}
