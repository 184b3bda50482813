package dev.startide.adapter.outbound.postgres.faults;

import dev.startide.adapter.outbound.postgres.PostgresRows;
import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.adapter.outbound.postgres.StoredQuarantine;
import dev.startide.dev.TestDatabase;
import dev.startide.dev.proxy.FaultProxy;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.Plans;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.course.CourseCheck;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.course.Happening.Arrives;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The warehouse of a shop, whose database is reached by way of a proxy. What looks at it afterwards
/// goes straight to the database.
final class ShopAtFault implements AutoCloseable {

    /// Said in every transaction that loads, and in no other.
    static final String LOADING = "select epoch from startide.loader_lease for share";

    /// Said in every transaction that logs, and in no other.
    static final String LOGGING = "copy raw.event";

    private final FaultProxy proxy;
    private final PostgresStorage storage;
    private final WarehouseRun run;
    private final List<Happening> arrived = new ArrayList<>();

    private ShopAtFault(FaultProxy proxy, PostgresStorage storage) {
        this.proxy = proxy;
        this.storage = storage;
        storage.port(WarehouseCatalog.class).apply(Shop.MODEL, Plans.fromNothing(Shop.LAYOUT.schema()));
        this.run = new WarehouseRun(adapters(), Shop.LAYOUT);
    }

    /// @param server with an empty database
    static ShopAtFault on(TestDatabase server) {
        FaultProxy proxy = FaultProxy.before(server.jdbcUrl());
        Map<String, Object> settings = new HashMap<>();
        settings.put("startide.database.url", proxy.jdbcUrl(server.jdbcUrl()));
        settings.put("startide.database.acquire-timeout", "2s");
        settings.put("startide.database.load-lock-timeout", "300ms");
        return new ShopAtFault(proxy, PostgresStorage.at(server, settings));
    }

    FaultProxy proxy() {
        return proxy;
    }

    PostgresStorage storage() {
        return storage;
    }

    WarehouseRun run() {
        return run;
    }

    /// Logs at least so many events of some business, to be loaded one by one.
    void takeIn(int events) {
        run.change("loader", 1, WarehouseRun.MANY);
        Gen gen = Gen.seeded(events);
        int most = arrived.size() + events;
        while (arrived.size() < most) {
            for (TypedEventBuilder event : ShopEvents.some(gen)) {
                arrived.add(new Arrives(event, 0));
                run.log("0", event.build());
            }
        }
    }

    /// Loads what waits, and compares with what the reference says of all that arrived.
    ///
    /// @throws AssertionError if something was lost, doubled, or set aside
    void loadAndCompare() throws SQLException {
        run.drain();
        try (PostgresRows rows = new PostgresRows(storage)) {
            new CourseCheck(Shop.LAYOUT, adapters(), rows::of).check(arrived);
        }
    }

    int quarantined() {
        return StoredQuarantine.of(storage).size();
    }

    private AdaptersUnderTest adapters() {
        return new AdaptersUnderTest(
                storage.port(RawLog.class),
                storage.port(Warehouse.class),
                storage.port(LoaderLease.class),
                storage.port(Cursors.class),
                storage.port(Progress.class),
                () -> StoredQuarantine.of(storage));
    }

    @Override
    public void close() {
        storage.close();
        proxy.close();
    }
}
