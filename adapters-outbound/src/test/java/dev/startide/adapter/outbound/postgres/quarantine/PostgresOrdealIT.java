package dev.startide.adapter.outbound.postgres.quarantine;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresRows;
import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.Wish;
import dev.startide.domain.service.RebuildService;
import dev.startide.domain.testkit.Property;
import dev.startide.domain.testkit.course.OrdealCheck;
import dev.startide.domain.testkit.course.Ordeals;
import dev.startide.domain.testkit.course.RandomEvents;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On a real database, too, to be set aside and tried again is the same as never to have been set
/// aside.
class PostgresOrdealIT {

    private static final int CASES = 30;
    private static final int REBUILT_CASES = 4;

    private static PostgresStorage storage;
    private static PostgresRows rows;

    @BeforeAll
    static void start() throws SQLException {
        storage = PostgresStorage.fresh();
        rows = new PostgresRows(storage);
    }

    @AfterAll
    static void stop() throws SQLException {
        rows.close();
        storage.close();
    }

    @Test
    void eventsOfAShopComeOutAsIfTheyHadNeverBeenSetAside() {
        Property cases = property().tried(CASES).keptAs("ordeals");
        storage.prepare(Shop.LAYOUT);
        cases.forAllLists(new Ordeals(ShopEvents::some)::some, course -> {
            rows.clear(Shop.LAYOUT);
            new OrdealCheck(Shop.LAYOUT, storage.adapters(), storage.quarantine(), rows::of).check(course);
        });
    }

    @Test
    void eventsOfEveryKindComeOutAsIfTheyHadNeverBeenSetAside() {
        Property cases = property().tried(CASES).keptAs("ordeals-of-everything");
        storage.prepare(Everything.LAYOUT);
        cases.forAllLists(new Ordeals(new RandomEvents(Everything.MODEL)::some)::some, course -> {
            rows.clear(Everything.LAYOUT);
            new OrdealCheck(Everything.LAYOUT, storage.adapters(), storage.quarantine(), rows::of).check(course);
        });
    }

    @Test
    void aRebuildSaysTheSame() {
        property().tried(REBUILT_CASES).forAllLists(new Ordeals(ShopEvents::some)::some, course -> {
            storage.prepare(Shop.LAYOUT);
            WarehouseRun run =
                    new OrdealCheck(Shop.LAYOUT, storage.adapters(), storage.quarantine(), rows::of).check(course);
            RebuildService rebuild = run.rebuild(storage.port(ShadowTables.class), 3, WarehouseRun.MANY);
            rebuild.begin(new Wish.Everything());

            RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

            assertThat(outcome.comparison().differing()).isEmpty();
            assertThat(outcome.comparison().accounts()).isEmpty();
        });
    }
}
