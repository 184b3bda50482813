package dev.startide.domain.testkit;

import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;

/// What every warehouse promises its loader. An adapter proves itself by extending this class and
/// supplying an empty database.
public abstract class WarehouseContract
        implements WarehouseRows,
                WarehouseStars,
                WarehouseFences,
                WarehouseRefusals,
                WarehouseAlarms,
                WarehouseTypes,
                WarehouseMemories,
                WarehouseKeys {

    private static final Duration LONG = Duration.ofHours(1);
    private static final String LOADER = "loader";

    private AdaptersUnderTest adapters;
    private long epoch;

    /// The adapters of a database that has the schema of the layout, with special members and days
    /// of calendars as after an apply, and nothing else. Called once in each test.
    protected abstract AdaptersUnderTest adaptersFor(WarehouseLayout layout);

    /// Two tests use a layout of their own; the others are about the shop.
    @BeforeEach
    final void forgetWhatWasBefore() {
        adapters = null;
    }

    @Override
    public final AdaptersUnderTest adaptersWith(WarehouseLayout layout) {
        adapters = adaptersFor(layout);
        OptionalLong taken = adapters.lease().acquire(LOADER, LONG);
        epoch = taken.orElseThrow();
        return adapters;
    }

    @Override
    public final AdaptersUnderTest adapters() {
        return adapters == null ? adaptersWith(Shop.LAYOUT) : adapters;
    }

    @Override
    public final void write(WritesBuilder writes) {
        adapters();
        write(writes.build(), epoch);
    }

    @Override
    public final long epoch() {
        adapters();
        return epoch;
    }

    private void write(LoadWrites writes, long asOf) {
        adapters.warehouse().write(writes, asOf);
    }
}
