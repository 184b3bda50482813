package dev.startide.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.warehouse.star.ChangePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Statements that hold for every history, in every order of arrival.
class HistoryProperties {

    private static final List<ChangePolicy> POLICIES =
            List.of(ChangePolicy.KEEP_FIRST, ChangePolicy.OVERWRITE, ChangePolicy.VERSION, ChangePolicy.VERSION);

    private static final int TRIALS = Integer.getInteger("property.trials", 300);

    @Test
    void everyOrderOfArrivalTellsTheSameHistory() {
        for (long seed = 0; seed < TRIALS / 10; seed++) {
            List<Statement> statements = statements(seed, 5);
            List<String> expected = told(History.of(POLICIES, statements));
            for (List<Statement> arrival : permutations(statements)) {
                List<Statement> doubled = new ArrayList<>(arrival);
                doubled.addAll(arrival.subList(0, 2));
                assertThat(told(History.of(POLICIES, doubled)))
                        .as("seed %d", seed)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void goingOnTellsTheSameAsTellingFromTheBeginning() {
        for (long seed = 0; seed < TRIALS; seed++) {
            List<Statement> inOrder = inOrder(statements(seed, 8));
            for (int cut : cutsBetweenInstants(inOrder)) {
                List<Version> known = History.of(POLICIES, inOrder.subList(0, cut));
                List<Version> goneOn = History.goOn(POLICIES, known, inOrder.subList(cut, inOrder.size()));
                assertThat(told(goneOn))
                        .as("seed %d, cut %d", seed, cut)
                        .isEqualTo(told(History.of(POLICIES, inOrder)));
            }
        }
    }

    @Test
    void everyInstantShowsWhatWasLastSaidUpToIt() {
        for (long seed = 0; seed < TRIALS; seed++) {
            List<Statement> inOrder = inOrder(statements(seed, 8));
            List<Version> history = History.of(POLICIES, inOrder);
            Instant first = inOrder.getFirst().order().at();
            for (int attribute = 2; attribute < POLICIES.size(); attribute++) {
                for (Statement statement : inOrder) {
                    Instant at = statement.order().at();
                    Object expected = lastSaid(inOrder, attribute, at.isBefore(first) ? first : at);
                    assertThat(asOf(history, at).attributes()[attribute])
                            .as("seed %d, attribute %d at %s", seed, attribute, at)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void neighboursDifferInSomethingVersioned() {
        for (long seed = 0; seed < TRIALS; seed++) {
            List<Version> history = History.of(POLICIES, statements(seed, 8));
            for (int index = 1; index < history.size(); index++) {
                Object[] before = history.get(index - 1).attributes();
                Object[] after = history.get(index).attributes();
                assertThat(Objects.equals(before[2], after[2]) && Objects.equals(before[3], after[3]))
                        .as("seed %d, version %d", seed, index)
                        .isFalse();
            }
        }
    }

    private static Object lastSaid(List<Statement> inOrder, int attribute, Instant until) {
        Object last = null;
        for (Statement statement : inOrder) {
            Object value = statement.attributes()[attribute];
            if (!statement.order().at().isAfter(until) && value != Unsaid.UNSAID) {
                last = value;
            }
        }
        return last;
    }

    private static Version asOf(List<Version> history, Instant at) {
        return history.stream()
                .filter(version -> !version.from().isAfter(at))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /// Few instants and few values, so that ties, returns and repetitions are common.
    private static List<Statement> statements(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Statement> statements = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Object[] attributes = new Object[POLICIES.size()];
            for (int attribute = 0; attribute < attributes.length; attribute++) {
                int value = random.nextInt(5);
                attributes[attribute] = value == 4 ? Unsaid.UNSAID : value == 3 ? null : "v" + value;
            }
            Instant at = Instant.ofEpochSecond(random.nextInt(6));
            statements.add(new Statement(
                    new ChangeOrder(at, random.nextInt(2), new EventDigest(random.nextLong(), index)), attributes));
        }
        return statements;
    }

    private static List<Statement> inOrder(List<Statement> statements) {
        return statements.stream()
                .sorted((left, right) -> left.order().compareTo(right.order()))
                .toList();
    }

    private static List<Integer> cutsBetweenInstants(List<Statement> inOrder) {
        List<Integer> cuts = new ArrayList<>();
        for (int cut = 1; cut < inOrder.size(); cut++) {
            if (inOrder.get(cut)
                    .order()
                    .at()
                    .isAfter(inOrder.get(cut - 1).order().at())) {
                cuts.add(cut);
            }
        }
        return cuts;
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            List<T> rest = new ArrayList<>(items);
            T first = rest.remove(index);
            for (List<T> tail : permutations(rest)) {
                List<T> permutation = new ArrayList<>();
                permutation.add(first);
                permutation.addAll(tail);
                all.add(permutation);
            }
        }
        return all;
    }

    private static List<String> told(List<Version> history) {
        return history.stream()
                .map(version -> version.from() + " " + Arrays.toString(version.attributes()))
                .toList();
    }
}
