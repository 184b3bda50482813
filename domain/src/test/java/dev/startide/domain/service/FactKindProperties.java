package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.quality.SnapshotStep;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.memory.InMemoryWarehouse.Fault;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import dev.startide.domain.testkit.parcels.ParcelEvents;
import dev.startide.domain.testkit.parcels.Parcels;
import dev.startide.warehouse.star.FactName;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Facts of every kind are what the reference fold says, however the events came.
class FactKindProperties {

    private static final ReferenceFold REFERENCE = ReferenceFold.of(Parcels.MODEL);
    private static final int EVERYTHING = 1_000;
    private static final List<FactName> PERIODIC = List.of(new FactName("standing"), new FactName("shelf"));
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 4, 20);
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 1, 20), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 30));

    @Test
    void oneBatchLoadsWhatTheReferenceSays() {
        property().forAllLists(ParcelEvents::some, events -> {
            LoadRun run = logged(events, EVERYTHING, EVERYTHING);

            run.drain();

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void batchesOfOneLoadWhatTheReferenceSays() {
        property().forAllLists(ParcelEvents::some, events -> {
            LoadRun run = logged(events, 1, 1);

            run.drain();

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void failuresAndTakeOversChangeNothing() {
        property().forAllLists(ParcelEvents::some, events -> {
            Gen gen = Gen.seeded(events.size());
            LoadRun run = logged(List.of(), 2, 1);
            run.warehouse()
                    .failNext(gen.listOf(1, 12, each -> each.oneOf(Fault.values()))
                            .toArray(Fault[]::new));

            for (List<TypedEventBuilder> part : gen.cut(events, 6)) {
                log(run, part);
                run.drain();
                run.restart("loader-" + gen.between(1, 2), gen.between(1, 4), gen.between(1, 9));
            }

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void loadingEverythingAgainInAnotherOrderChangesNothing() {
        property().forAllLists(ParcelEvents::some, events -> {
            LoadRun run = logged(events, 4, EVERYTHING);
            run.drain();
            log(run, Gen.seeded(events.size()).shuffled(events));

            run.drain();

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void periodsThatAreFilledWhileEventsArriveAreWhatTheReferenceSays() {
        property().forAllLists(ParcelEvents::some, events -> {
            Gen gen = Gen.seeded(events.size());
            LoadRun run = logged(List.of(), 3, 2);
            LocalDate day = DAYS.getFirst();

            for (List<TypedEventBuilder> part : gen.cut(events, 4)) {
                log(run, part);
                run.drain();
                day = gen.coin() ? gen.oneOf(DAYS) : day;
                for (int steps = gen.between(0, 3); steps > 0; steps--) {
                    run.snapshots(gen.between(1, 2)).next(PERIODIC, day);
                }
            }
            fill(run, LAST_DAY);

            assertThatItHoldsWhatTheReferenceSays(run, REFERENCE.filledUntil(LAST_DAY), events);
        });
    }

    @Test
    void periodsThatAreFilledBeforeOrAfterEverythingArrivedAreTheSame() {
        property().oncePer(2).forAllLists(ParcelEvents::some, events -> {
            LoadRun before = logged(List.of(), 5, EVERYTHING);
            fill(before, LAST_DAY);
            log(before, events);
            before.drain();
            LoadRun after = logged(events, 1, 1);
            after.drain();

            fill(after, LAST_DAY);

            assertThatItHoldsWhatTheReferenceSays(before, REFERENCE.filledUntil(LAST_DAY), events);
            assertThatItHoldsWhatTheReferenceSays(after, REFERENCE.filledUntil(LAST_DAY), events);
        });
    }

    private static void fill(LoadRun run, LocalDate day) {
        while (run.snapshots(2).next(PERIODIC, day) instanceof SnapshotStep.Filled) {
            assertThat(run.snapshots(1).next(List.of(), day)).isInstanceOf(SnapshotStep.UpToDate.class);
        }
    }

    private static LoadRun logged(List<TypedEventBuilder> events, int batch, int remembered) {
        LoadRun run = new LoadRun(Parcels.LAYOUT, batch, remembered);
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
        assertThatItHoldsWhatTheReferenceSays(run, REFERENCE, events);
    }

    private static void assertThatItHoldsWhatTheReferenceSays(
            LoadRun run, ReferenceFold reference, List<TypedEventBuilder> events) {
        var expected = reference.fold(typed(events).toList());
        var actual = ActualWarehouse.of(run.warehouse(), Parcels.LAYOUT);
        assertThat(expected.differences(actual)).isEmpty();
    }
}
