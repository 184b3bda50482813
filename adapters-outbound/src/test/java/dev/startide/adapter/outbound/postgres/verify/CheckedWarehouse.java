package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.domain.testkit.bank.BankEvents.event;
import static dev.startide.domain.testkit.shop.ShopEvent.aCorrection;
import static dev.startide.domain.testkit.shop.ShopEvent.aCustomer;
import static dev.startide.domain.testkit.shop.ShopEvent.aLine;
import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static dev.startide.domain.testkit.shop.ShopEvent.aProduct;
import static dev.startide.domain.testkit.shop.ShopEvent.anOrder;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.course.RandomEvents;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.oracle.Contradiction;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.time.Instant;
import java.util.List;

/// The warehouse of a database, to be looked at by all checks.
record CheckedWarehouse(PostgresStorage storage) {

    /// What they find, ten of each at most.
    List<CheckOutcome> verify(WarehouseLayout layout) {
        WarehouseChecks checks = storage.port(WarehouseChecks.class);
        List<String> all = checks.all().stream().map(Check::name).toList();
        return checks.run(layout, all, 10, (_, _, _, _) -> {});
    }

    /// The checks that have found something.
    static List<String> failed(List<CheckOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.isClean())
                .map(outcome -> outcome.check().name())
                .toList();
    }

    /// Makes a mistake that no constraint of the database keeps from being made.
    void plant(Planted mistake) {
        storage.execute("set session_replication_role = replica; " + mistake.sql());
    }

    /// Customers that move, one that a sale alone names, late news, events that were set aside.
    LoadedShop loadShop() {
        LoadedShop shop = LoadedShop.empty(storage, Shop.LAYOUT);
        shop.log("0", aCustomer("c-1").at("2026-03-01T08:00:00Z").with("city", "Graz"));
        shop.log("0", aCustomer("c-2"));
        shop.log("0", aCustomer("c-3"));
        shop.log("0", aProduct("p-1"));
        shop.log("0", aProduct("p-2").with("name", "Eraser").with("category", "school"));
        shop.log(
                "0",
                anOrder("o-1", "c-1")
                        .at("2026-03-02T08:00:00Z")
                        .with("lines", List.of(aLine(1, "p-1", 2), aLine(2, "p-9", 1))));
        shop.log("0", anOrder("o-2", "c-9").at("2026-03-20T08:00:00Z").with("lines", List.of(aLine(1, null, 2))));
        shop.logUnreadable("0", Shop.ORDERS);
        shop.logUnknown("0", Shop.ORDERS);
        shop.log("1", aMove("c-1", "Wien").at("2026-03-10T08:00:00Z"));
        shop.log("1", aMove("c-1", "Linz").at("2026-03-05T08:00:00Z"));
        shop.log(
                "1",
                aCorrection("o-1", 1, 5)
                        .at("2026-03-03T08:00:00Z")
                        .with("placed_at", Instant.parse("2026-03-02T08:00:00Z")));
        return shop.load();
    }

    /// Facts of every kind, with periods that are filled, but for the last ones.
    void loadCompanyAtRandom(long seed) {
        LoadedShop company = LoadedShop.empty(storage, Everything.LAYOUT);
        RandomEvents events = new RandomEvents(Everything.MODEL);
        Gen gen = Gen.seeded(seed);
        for (int round = 0; round < 8; round++) {
            events.some(gen).stream()
                    .filter(event -> !Contradiction.isIn(event.build(), Everything.MODEL))
                    .forEach(event -> company.log("0", event));
            company.load();
            company.fill(Everything.DAYS.get(round / 2));
        }
    }
}
