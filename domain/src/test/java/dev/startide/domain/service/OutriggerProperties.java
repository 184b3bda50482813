package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.bank.Bank;
import dev.startide.domain.testkit.bank.BankEvents;
import dev.startide.domain.testkit.memory.InMemoryWarehouse.Fault;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Dimensions that refer to others are what the reference fold says, however the events came and
/// whatever failed.
class OutriggerProperties {

    private static final ReferenceFold REFERENCE = ReferenceFold.of(Bank.MODEL);
    private static final int EVERYTHING = 1_000;

    @Test
    void oneBatchLoadsWhatTheReferenceSays() {
        property().forAllLists(BankEvents::some, events -> {
            LoadRun run = logged(events, EVERYTHING, EVERYTHING);

            run.drain();

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void batchesOfOneLoadWhatTheReferenceSays() {
        property().forAllLists(BankEvents::some, events -> {
            LoadRun run = logged(events, 1, EVERYTHING);

            run.drain();

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void aLoaderThatForgetsLoadsWhatTheReferenceSays() {
        property().forAllLists(BankEvents::some, events -> {
            LoadRun run = logged(events, 3, 1);

            run.drain();

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void failuresAndTakeOversChangeNothing() {
        property().forAllLists(BankEvents::some, events -> {
            Gen gen = Gen.seeded(events.size());
            LoadRun run = logged(List.of(), 1, 1);
            run.warehouse()
                    .failNext(gen.listOf(1, 12, each -> each.oneOf(Fault.values()))
                            .toArray(Fault[]::new));

            for (List<TypedEventBuilder> part : gen.cut(events, 6)) {
                run.log("lane", typed(part).toList());
                run.drain();
                run.restart("loader-" + gen.between(1, 2), gen.between(1, 4), gen.between(1, 9));
            }

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void anyOrderOfTheSameEventsLoadsTheSame() {
        property().oncePer(2).forAllLists(BankEvents::some, events -> {
            Gen gen = Gen.seeded(events.hashCode());
            LoadRun run = logged(gen.shuffled(events), gen.between(1, 5), gen.between(1, 5));
            run.drain();
            run.log("lane", typed(gen.shuffled(events)).toList());

            run.drain();

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    private static LoadRun logged(List<TypedEventBuilder> events, int batch, int remembered) {
        LoadRun run = new LoadRun(Bank.LAYOUT, batch, remembered);
        run.log("lane", typed(events).toList());
        return run;
    }

    private static Stream<TypedEvent> typed(List<TypedEventBuilder> events) {
        return events.stream().map(TypedEventBuilder::build);
    }

    private static void assertThatItHoldsWhatTheReferenceSays(LoadRun run, List<TypedEventBuilder> events) {
        var expected = REFERENCE.fold(typed(events).toList());
        var actual = ActualWarehouse.of(run.warehouse(), Bank.LAYOUT);
        assertThat(expected.differences(actual)).isEmpty();
    }
}
