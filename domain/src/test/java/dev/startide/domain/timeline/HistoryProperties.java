package dev.startide.domain.timeline;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.Permutations;
import dev.startide.warehouse.star.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Statements that hold for every history, in every order of arrival.
class HistoryProperties {

    private static final List<Shown> POLICIES =
            List.of(Shown.FIRST, Shown.LATEST, Shown.VALID, Shown.VALID, Shown.LATEST, Shown.PREVIOUS);

    @Test
    void everyOrderOfArrivalTellsTheSameHistory() {
        property().oncePer(5).forAllLists(gen -> statements(gen, 5), statements -> {
            List<String> expected = told(statements);
            for (List<Statement> arrival : Permutations.of(statements)) {
                List<Statement> doubled = new ArrayList<>(arrival);
                doubled.addAll(arrival.subList(0, arrival.size() / 2));
                assertThat(told(doubled)).isEqualTo(expected);
            }
        });
    }

    @Test
    void goingOnTellsTheSameAsTellingFromTheBeginning() {
        property().forAllLists(gen -> statements(gen, 8), statements -> {
            List<Statement> inOrder = inOrder(statements);
            for (int cut : cutsBetweenInstants(inOrder)) {
                List<Version> known = History.of(POLICIES, inOrder.subList(0, cut));
                List<Version> goneOn = History.goOn(POLICIES, known, inOrder.subList(cut, inOrder.size()));
                assertThat(asText(goneOn)).as("cut %d", cut).isEqualTo(told(inOrder));
            }
        });
    }

    @Test
    void everyInstantShowsWhatWasLastSaidUpToIt() {
        property().forAllLists(gen -> statements(gen, 8), statements -> {
            List<Statement> inOrder = inOrder(statements);
            for (Statement statement : inOrder) {
                Instant at = statement.order().at();
                Version shown = asOf(History.of(POLICIES, inOrder), at);
                for (int attribute = 2; attribute < 4; attribute++) {
                    assertThat(shown.attributes()[attribute])
                            .as("attribute %d at %s", attribute, at)
                            .isEqualTo(lastSaid(inOrder, attribute, at));
                }
            }
        });
    }

    @Test
    void neighboursDifferInSomethingVersioned() {
        property().forAllLists(gen -> statements(gen, 8), statements -> {
            List<Version> history = statements.isEmpty() ? List.of() : History.of(POLICIES, statements);
            for (int index = 1; index < history.size(); index++) {
                Object[] before = history.get(index - 1).attributes();
                Object[] after = history.get(index).attributes();
                boolean sameLife =
                        history.get(index - 1).life() == history.get(index).life();
                assertThat(sameLife && Objects.equals(before[2], after[2]) && Objects.equals(before[3], after[3]))
                        .as("version %d is as the one before", index)
                        .isFalse();
            }
        });
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
    private static List<Statement> statements(Gen gen, int most) {
        return gen.listOf(1, most, HistoryProperties::statement);
    }

    private static Statement statement(Gen gen) {
        boolean isGone = gen.onceIn(4);
        Object[] attributes = Unsaid.nothing(POLICIES.size());
        for (int attribute = 0; !isGone && attribute < attributes.length; attribute++) {
            attributes[attribute] = gen.oneOf("v0", "v1", "v2", null, Unsaid.UNSAID);
        }
        attributes[5] = attributes[4];
        Instant at = Instant.ofEpochSecond(gen.between(0, 5));
        EventDigest digest = new EventDigest(gen.anyLong(), gen.anyLong());
        Life life = isGone ? Life.GONE : Life.ALIVE;
        return new Statement(new ChangeOrder(at, gen.between(0, 1), digest), life, attributes);
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

    private static List<String> told(List<Statement> statements) {
        return statements.isEmpty() ? List.of() : asText(History.of(POLICIES, statements));
    }

    private static List<String> asText(List<Version> history) {
        return history.stream()
                .map(version -> version.from() + " " + version.life() + " " + Arrays.toString(version.attributes()))
                .toList();
    }
}
