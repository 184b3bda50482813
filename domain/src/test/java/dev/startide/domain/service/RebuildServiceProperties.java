package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.Verdict;
import dev.startide.domain.rebuild.Wish;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.bank.Renaming;
import dev.startide.domain.testkit.course.RandomEvents;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is rebuilt equals what was loaded, keys included, whatever comes while it is rebuilt.
class RebuildServiceProperties {

    private static final ReferenceFold REFERENCE = ReferenceFold.of(Shop.MODEL);

    @Test
    void rebuiltEqualsLoaded() {
        property().oncePer(8).forAllLists(ShopEvents::some, events -> {
            Gen gen = Gen.seeded(events.size());
            LoadRun run = new LoadRun(Shop.LAYOUT, gen.between(1, 5), gen.between(1, 9));
            log(run, gen, events);
            run.drain();
            RebuildService rebuild = run.rebuild(gen.between(1, 5), gen.between(1, 9));
            rebuild.begin(new Wish.Everything());

            RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

            assertThat(outcome.verdict()).isEqualTo(new Verdict.Swap());
            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void rebuiltEqualsLoadedWhileEventsArriveAndProcessesDie() {
        property().oncePer(8).forAllLists(ShopEvents::some, events -> {
            Gen gen = Gen.seeded(events.size());
            LoadRun run = new LoadRun(Shop.LAYOUT, gen.between(1, 4), 9);
            RebuildService rebuild = run.rebuild(gen.between(1, 4), 9);
            rebuild.begin(new Wish.Everything());
            for (List<TypedEventBuilder> part : gen.cut(events, 5)) {
                log(run, gen, part);
                run.drain();
                rebuild.loadNext();
                if (gen.onceIn(2)) {
                    rebuild.release();
                    rebuild = run.rebuild(gen.between(1, 4), gen.between(1, 3));
                    rebuild.resume();
                }
            }

            RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

            assertThat(outcome.comparison().differing()).isEmpty();
            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void loadingGoesOnInWhatWasRebuilt() {
        property().oncePer(8).forAllLists(ShopEvents::some, events -> {
            Gen gen = Gen.seeded(events.size());
            LoadRun run = new LoadRun(Shop.LAYOUT, 3, 9);
            for (List<TypedEventBuilder> part : gen.cut(events, 3)) {
                log(run, gen, part);
                run.drain();
                RebuildService rebuild = run.rebuild(2, 9);
                rebuild.begin(new Wish.Everything());
                rebuild.finish(OnDifference.KEEP_LIVE);
                rebuild.confirm();
            }

            assertThatItHoldsWhatTheReferenceSays(run, events);
        });
    }

    @Test
    void rebuiltEqualsLoadedForFactsAndDimensionsOfEveryKind() {
        property().oncePer(2).forAllLists(new RandomEvents(Everything.MODEL)::some, events -> {
            Gen gen = Gen.seeded(events.size());
            LoadRun run = new LoadRun(Everything.LAYOUT, gen.between(1, 5), gen.between(1, 9));
            RebuildService rebuild = run.rebuild(gen.between(1, 5), gen.between(1, 9));
            rebuild.begin(new Wish.Everything());
            for (List<TypedEventBuilder> part : gen.cut(events, 6)) {
                log(run, gen, part);
                run.drain();
                run.fill(gen.oneOf(Everything.DAYS));
                rebuild.loadNext();
            }

            RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

            assertThat(outcome.comparison().differing()).isEmpty();
            run.drain();
            run.fill(Everything.DAYS.getLast());
            var expected = ReferenceFold.of(Everything.MODEL)
                    .filledUntil(Everything.DAYS.getLast())
                    .fold(events.stream().map(TypedEventBuilder::build).toList());
            assertThat(expected.differences(ActualWarehouse.of(run.warehouse(), Everything.LAYOUT)))
                    .isEmpty();
        });
    }

    @Test
    void rebuiltEqualsLoadedWhereMembersChangeTheirKeys() {
        property().oncePer(2).forAllLists(new RandomEvents(Renaming.MODEL)::some, events -> {
            Gen gen = Gen.seeded(events.size());
            LoadRun run = new LoadRun(Renaming.LAYOUT, gen.between(1, 5), gen.between(1, 9));
            RebuildService rebuild = run.rebuild(gen.between(1, 5), gen.between(1, 9));
            rebuild.begin(new Wish.Everything());
            for (List<TypedEventBuilder> part : gen.cut(events, 6)) {
                log(run, gen, part);
                run.drain();
                rebuild.loadNext();
            }

            RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

            assertThat(outcome.comparison().differing()).isEmpty();
            run.drain();
            var expected = ReferenceFold.of(Renaming.MODEL)
                    .fold(events.stream().map(TypedEventBuilder::build).toList());
            assertThat(expected.differences(ActualWarehouse.of(run.warehouse(), Renaming.LAYOUT)))
                    .isEmpty();
        });
    }

    private static void log(LoadRun run, Gen gen, List<TypedEventBuilder> events) {
        for (TypedEventBuilder event : events) {
            run.log("lane-" + gen.between(1, 2), event.build());
        }
    }

    private static void assertThatItHoldsWhatTheReferenceSays(LoadRun run, List<TypedEventBuilder> events) {
        Stream<TypedEvent> typed = events.stream().map(TypedEventBuilder::build);
        var expected = REFERENCE.fold(typed.toList());
        var actual = ActualWarehouse.of(run.warehouse(), Shop.LAYOUT);
        assertThat(expected.differences(actual)).isEmpty();
    }
}
