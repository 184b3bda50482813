package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.Verdict;
import dev.startide.domain.rebuild.Wish;
import dev.startide.domain.testkit.course.OrdealCheck;
import dev.startide.domain.testkit.course.Ordeals;
import dev.startide.domain.testkit.course.RandomEvents;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import dev.startide.warehouse.layout.WarehouseLayout;
import org.junit.jupiter.api.Test;

/// To be set aside and tried again is the same as never to have been set aside.
class QuarantineProperties {

    private static final int CASES = 300;

    @Test
    void eventsOfAShopComeOutAsIfTheyHadNeverBeenSetAside() {
        check(Shop.LAYOUT, new Ordeals(ShopEvents::some), "ordeals");
    }

    @Test
    void eventsOfEveryKindComeOutAsIfTheyHadNeverBeenSetAside() {
        check(Everything.LAYOUT, new Ordeals(new RandomEvents(Everything.MODEL)::some), "ordeals-of-everything");
    }

    private static void check(WarehouseLayout layout, Ordeals ordeals, String name) {
        property().tried(CASES).keptAs(name).forAllLists(ordeals::some, course -> {
            InMemoryStorage storage = new InMemoryStorage(layout);
            WarehouseRun run =
                    new OrdealCheck(layout, storage.adapters(), storage.quarantine(), storage::rows).check(course);
            assertThatARebuildSaysTheSame(run.rebuild(storage.shadows(), 3, WarehouseRun.MANY));
        });
    }

    private static void assertThatARebuildSaysTheSame(RebuildService rebuild) {
        rebuild.begin(new Wish.Everything());
        RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);
        assertThat(outcome.comparison().accounts()).isEmpty();
        assertThat(outcome.verdict()).isEqualTo(new Verdict.Swap());
    }
}
