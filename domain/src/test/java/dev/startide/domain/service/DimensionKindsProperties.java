package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.domain.testkit.clinic.ClinicEvents;
import dev.startide.domain.testkit.memory.InMemoryWarehouse.Fault;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A warehouse with dimensions of every kind is what the reference fold says, however the events
/// came and whatever failed.
class DimensionKindsProperties {

    private static final ReferenceFold REFERENCE = ReferenceFold.of(Clinic.MODEL);
    private static final int EVERYTHING = 1_000;

    @Test
    void oneBatchLoadsWhatTheReferenceSays() {
        property().forAllLists(ClinicEvents::some, events -> {
            LoadRun run = logged(events, EVERYTHING, EVERYTHING);

            run.drain();

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void batchesOfOneLoadWhatTheReferenceSays() {
        property().forAllLists(ClinicEvents::some, events -> {
            LoadRun run = logged(events, 1, EVERYTHING);

            run.drain();

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void failuresTakeOversAndRepetitionChangeNothing() {
        property().forAllLists(ClinicEvents::some, events -> {
            Gen gen = Gen.seeded(events.size());
            LoadRun run = logged(List.of(), 1, 1);
            run.warehouse()
                    .failNext(gen.listOf(1, 12, each -> each.oneOf(Fault.values()))
                            .toArray(Fault[]::new));

            for (List<TypedEventBuilder> part : gen.cut(twice(gen, events), 6)) {
                log(run, part);
                run.drain();
                run.restart("loader-" + gen.between(1, 2), gen.between(1, 4), gen.between(1, 9));
            }

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    private static List<TypedEventBuilder> twice(Gen gen, List<TypedEventBuilder> events) {
        return gen.shuffled(Stream.concat(events.stream(), events.stream()).toList());
    }

    private static LoadRun logged(List<TypedEventBuilder> events, int batch, int remembered) {
        LoadRun run = new LoadRun(Clinic.LAYOUT, batch, remembered);
        log(run, events);
        return run;
    }

    private static void log(LoadRun run, List<TypedEventBuilder> events) {
        run.log("lane", typed(events).toList());
    }

    private static Stream<TypedEvent> typed(List<TypedEventBuilder> events) {
        return events.stream().map(TypedEventBuilder::build);
    }

    private static void assertThatItHoldsWhatTheReferenceSays(LoadRun run, List<TypedEventBuilder> events) {
        var expected = REFERENCE.fold(typed(events).toList());
        var actual = ActualWarehouse.of(run.warehouse(), Clinic.LAYOUT);
        assertThat(expected.differences(actual)).isEmpty();
    }
}
