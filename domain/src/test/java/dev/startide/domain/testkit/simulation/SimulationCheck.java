package dev.startide.domain.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LaneId;
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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every event is in the log once, each partition in its order, and has had one effect.
///
/// @param arrivals what came, in the order of the numbers that are their payloads
record SimulationCheck(WarehouseLayout layout, InMemoryStorage storage, List<Happening> arrivals) {

    void check() {
        assertThat(logged()).as("the raw log").isEqualTo(expected());
        new CourseCheck(layout, storage.adapters(), storage::rows).check(arrivals);
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
