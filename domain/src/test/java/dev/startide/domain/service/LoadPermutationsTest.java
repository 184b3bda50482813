package dev.startide.domain.service;

import static dev.startide.domain.testkit.person.People.gone;
import static dev.startide.domain.testkit.person.People.said;
import static dev.startide.domain.testkit.person.People.visited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.testkit.Permutations;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import dev.startide.domain.testkit.oracle.WarehouseContents;
import dev.startide.domain.testkit.person.People;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Up to five changes of a person arrive in every order, and with each of them doubled in every
/// place: in all of these the warehouse holds what the reference says. Every arrival is one person
/// of a single load, so that each batch brings the next change of everybody.
class LoadPermutationsTest {

    private static final int REMEMBERED = 10_000;

    private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant JUST_AFTER = BEGINNING.plus(1, ChronoUnit.MICROS);
    private static final Instant MONDAY = Instant.parse("2026-03-16T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-17T12:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-18T12:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-03-19T12:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-20T12:00:00Z");

    private static final List<Instant> VISITS =
            List.of(BEGINNING, JUST_AFTER, MONDAY, TUESDAY.minus(1, ChronoUnit.MICROS), TUESDAY, WEDNESDAY, FRIDAY);

    private static Map<String, Function<String, List<TypedEventBuilder>>> scenarios() {
        Map<String, Function<String, List<TypedEventBuilder>>> scenarios = new LinkedHashMap<>();
        scenarios.put(
                "values that change and return",
                who -> List.of(
                        all(said(who, MONDAY), "a"),
                        all(said(who, TUESDAY), "b"),
                        all(said(who, WEDNESDAY), "a"),
                        all(said(who, THURSDAY), null),
                        all(said(who, FRIDAY), "b")));
        scenarios.put(
                "parts from several events",
                who -> List.of(
                        said(who, MONDAY).with("city", "a").with("team", "x"),
                        said(who, TUESDAY).with("rank", "1").with("origin", "o"),
                        said(who, WEDNESDAY).with("city", "b").with("phone", "p"),
                        said(who, THURSDAY).with("team", "y").with("rank", "2").with("origin", "q"),
                        said(who, FRIDAY).with("phone", "r").with("team", "x")));
        scenarios.put(
                "corrections within an instant",
                who -> List.of(
                        all(said(who, MONDAY), "a"),
                        all(said(who, TUESDAY).inSequence(1), "b"),
                        all(said(who, TUESDAY).inSequence(2), "c"),
                        all(said(who, TUESDAY).inSequence(3), "a"),
                        said(who, WEDNESDAY).with("team", "c").with("city", "c")));
        scenarios.put(
                "a delete and what is said late around it",
                who -> List.of(
                        all(said(who, MONDAY), "a"),
                        all(said(who, TUESDAY), "b"),
                        gone(who, WEDNESDAY),
                        said(who, THURSDAY).with("phone", "p"),
                        all(said(who, FRIDAY), "b")));
        scenarios.put(
                "a delete that is revived as it was",
                who -> List.of(all(said(who, MONDAY), "a"), gone(who, TUESDAY), said(who, WEDNESDAY)));
        scenarios.put(
                "deletes that repeat",
                who -> List.of(
                        gone(who, MONDAY),
                        all(said(who, TUESDAY), "a"),
                        gone(who, WEDNESDAY),
                        gone(who, THURSDAY),
                        said(who, FRIDAY).with("city", "b")));
        scenarios.put(
                "a delete that has the last word of its instant",
                who -> List.of(
                        all(said(who, MONDAY), "a"),
                        all(said(who, TUESDAY).inSequence(1), "b"),
                        gone(who, TUESDAY).inSequence(2),
                        said(who, THURSDAY),
                        said(who, FRIDAY).with("phone", "p")));
        scenarios.put(
                "a delete that does not have the last word of its instant",
                who -> List.of(
                        all(said(who, MONDAY), "a"),
                        gone(who, TUESDAY).inSequence(1),
                        said(who, TUESDAY).inSequence(2).with("city", "b"),
                        gone(who, WEDNESDAY)));
        scenarios.put("nothing but deletes", who -> List.of(gone(who, MONDAY), gone(who, FRIDAY)));
        scenarios.put(
                "a delete at the beginning of time",
                who -> List.of(
                        gone(who, BEGINNING).inSequence(2),
                        all(said(who, BEGINNING).inSequence(1), "a"),
                        said(who, JUST_AFTER).with("phone", "p"),
                        gone(who, MONDAY),
                        all(said(who, FRIDAY), "b")));
        scenarios.put(
                "a delete at the beginning of time and another just after",
                who -> List.of(
                        gone(who, BEGINNING), gone(who, JUST_AFTER), all(said(who, TUESDAY), "a"), gone(who, TUESDAY)));
        return scenarios;
    }

    @TestFactory
    Stream<DynamicTest> everyArrivalOf() {
        return scenarios().entrySet().stream()
                .map(scenario ->
                        dynamicTest(scenario.getKey(), () -> loadsEveryArrivalOf(scenario.getValue(), People.LAYOUT)));
    }

    @TestFactory
    Stream<DynamicTest> everyArrivalWithMiniDimensionsOf() {
        WarehouseLayout withMinis = WarehouseLayout.of(People.WITH_MINIS);
        return scenarios().entrySet().stream()
                .map(scenario ->
                        dynamicTest(scenario.getKey(), () -> loadsEveryArrivalOf(scenario.getValue(), withMinis)));
    }

    private static void loadsEveryArrivalOf(
            Function<String, List<TypedEventBuilder>> scenario, WarehouseLayout layout) {
        // Given
        List<List<TypedEvent>> arrivals = arrivals(scenario);
        List<TypedEvent> rounds = rounds(arrivals);
        WarehouseContents expected = ReferenceFold.of(layout.model()).fold(rounds);

        for (int batch : List.of(arrivals.size(), 2 * arrivals.size() + 1, rounds.size())) {
            // When
            LoadRun run = new LoadRun(layout, batch, REMEMBERED);
            run.log("lane", rounds);
            run.drain();

            // Then
            WarehouseContents actual = ActualWarehouse.of(run.warehouse(), layout);
            assertThat(expected.equals(actual) ? List.of() : expected.differences(actual))
                    .as("batches of %d", batch)
                    .isEmpty();
        }
    }

    /// Every order, and every order with one of the changes once more in every later place. Some of
    /// these people are visited, before anything is said of them.
    private static List<List<TypedEvent>> arrivals(Function<String, List<TypedEventBuilder>> scenario) {
        List<List<TypedEvent>> arrivals = new ArrayList<>();
        int size = scenario.apply("").size();
        for (List<Integer> order : Permutations.of(
                Stream.iterate(0, index -> index + 1).limit(size).toList())) {
            arrivals.add(arrival(scenario, arrivals.size(), order));
            for (int doubled = 0; doubled < size; doubled++) {
                for (int again = doubled + 1; again <= size; again++) {
                    List<Integer> twice = new ArrayList<>(order);
                    twice.add(again, order.get(doubled));
                    arrivals.add(arrival(scenario, arrivals.size(), twice));
                }
            }
        }
        return arrivals;
    }

    private static List<TypedEvent> arrival(
            Function<String, List<TypedEventBuilder>> scenario, int number, List<Integer> order) {
        String who = "p-" + number;
        List<TypedEventBuilder> changes = scenario.apply(who);
        List<TypedEventBuilder> visits = new ArrayList<>();
        if (number % 5 == 0) {
            VISITS.forEach(at -> visits.add(visited(who + " " + at, who, at)));
        }
        return Stream.concat(visits.stream(), order.stream().map(changes::get))
                .map(TypedEventBuilder::build)
                .toList();
    }

    /// The first event of each arrival, then the second of each, and so on.
    private static List<TypedEvent> rounds(List<List<TypedEvent>> arrivals) {
        List<TypedEvent> rounds = new ArrayList<>();
        int longest = arrivals.stream().mapToInt(List::size).max().orElse(0);
        for (int round = 0; round < longest; round++) {
            for (List<TypedEvent> arrival : arrivals) {
                if (round < arrival.size()) {
                    rounds.add(arrival.get(round));
                }
            }
        }
        return rounds;
    }

    private static TypedEventBuilder all(TypedEventBuilder event, String value) {
        return event.with("origin", value)
                .with("phone", value)
                .with("city", value)
                .with("team", value)
                .with("rank", value);
    }
}
