package dev.startide.domain.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every event is in the log once, each partition in its order, and has had one effect. Of those that
/// have one id in common, one was accepted, and the others are set aside.
record SimulationCheck(WarehouseLayout layout, InMemoryStorage storage, Prepared prepared) {

    void check() {
        assertThat(logged()).as("the raw log").isEqualTo(expected());
        Set<Integer> conflicts = conflicts();
        assertThatOneOfEachIdWasAccepted(conflicts);
        new CourseCheck(layout, storage.adapters(), storage::rows).check(withoutEffect(conflicts));
    }

    /// The numbers of those that were logged as conflicts.
    private Set<Integer> conflicts() {
        return storage.adapters().rawLog().read(Map.of(), WarehouseRun.MANY, Simulation.MANY_BYTES).stream()
                .filter(event -> event.admission() == LoggedEvent.Admission.ID_CONFLICT)
                .map(event -> Integer.valueOf(Prepared.numberOf(event)))
                .collect(Collectors.toSet());
    }

    private void assertThatOneOfEachIdWasAccepted(Set<Integer> conflicts) {
        List<String> accepted = IntStream.range(0, prepared.arrivals().size())
                .filter(number -> !conflicts.contains(number))
                .mapToObj(prepared::id)
                .toList();
        assertThat(accepted).as("ids of accepted events").doesNotHaveDuplicates();
        assertThat(conflicts).as("conflicts").allMatch(number -> accepted.contains(prepared.id(number)));
    }

    /// The arrivals, as if nobody could read those that were set aside for their ids.
    private List<Happening> withoutEffect(Set<Integer> conflicts) {
        List<Happening> arrivals = new ArrayList<>(prepared.arrivals());
        conflicts.forEach(number -> {
            Happening arrival = arrivals.get(number);
            Source source = Prepared.sourceOf(arrival, layout.model().sources());
            arrivals.set(number, new Happening.ArrivesUnreadable(source, Prepared.laneOf(arrival)));
        });
        return arrivals;
    }

    private Map<String, List<String>> logged() {
        AdaptersUnderTest adapters = storage.adapters();
        Map<LaneId, LaneProgress> lanes =
                adapters.progress().lanes().stream().collect(Collectors.toMap(LaneProgress::id, Function.identity()));
        Map<String, List<String>> logged = new TreeMap<>();
        adapters.rawLog()
                .read(Map.of(), WarehouseRun.MANY, Simulation.MANY_BYTES)
                .forEach(event -> {
                    LaneProgress lane = lanes.get(event.at().lane());
                    put(logged, source(lane.source().value()), lane.name().value(), Prepared.numberOf(event));
                });
        return inOrder(logged);
    }

    private Map<String, List<String>> expected() {
        Map<String, List<String>> expected = new TreeMap<>();
        List<Happening> arrivals = prepared.arrivals();
        for (int number = 0; number < arrivals.size(); number++) {
            Source source =
                    Prepared.sourceOf(arrivals.get(number), layout.model().sources());
            String lane = new Topic(source.name(), Prepared.laneOf(arrivals.get(number)))
                    .lane()
                    .value();
            put(expected, source, lane, Integer.toString(number));
        }
        return inOrder(expected);
    }

    /// What is sent may come in any order to any lane of its source.
    private static void put(Map<String, List<String>> events, Source source, String lane, String number) {
        String place = isSent(source) ? source.name().value() : lane;
        events.computeIfAbsent(place, _ -> new ArrayList<>()).add(number);
    }

    private Map<String, List<String>> inOrder(Map<String, List<String>> events) {
        layout.model().sources().stream()
                .filter(SimulationCheck::isSent)
                .forEach(source -> events.getOrDefault(source.name().value(), new ArrayList<>())
                        .sort(null));
        return events;
    }

    private static boolean isSent(Source source) {
        return source.dedupe() instanceof Source.Dedupe.ById;
    }

    private Source source(String name) {
        return layout.model().sources().stream()
                .filter(source -> source.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
