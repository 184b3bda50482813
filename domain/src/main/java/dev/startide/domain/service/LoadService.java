package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Follows the raw log with the tables of the warehouse, while it holds the lease.
public final class LoadService implements LoadWarehouse {

    /// What is known while a lease lasts.
    private record Session(long epoch, Loader loader, ReadAhead log) {}

    private final WarehouseLayout layout;
    private final RawLog rawLog;
    private final EventReader reader;
    private final Warehouse warehouse;
    private final Cursors cursors;
    private final LoaderLease lease;
    private final LoadSettings settings;
    private final Executor executor;
    private final KeyGiving keys;
    private @Nullable Session session;

    /// @param executor runs the reading of payloads; its threads do the work that is not the
    ///     caller's
    public LoadService(
            WarehouseLayout layout,
            RawLog rawLog,
            EventReader reader,
            Warehouse warehouse,
            Cursors cursors,
            LoaderLease lease,
            LoadSettings settings,
            Executor executor) {
        this(layout, rawLog, reader, warehouse, cursors, lease, settings, executor, KeyGiving.COUNTING);
    }

    LoadService(
            WarehouseLayout layout,
            RawLog rawLog,
            EventReader reader,
            Warehouse warehouse,
            Cursors cursors,
            LoaderLease lease,
            LoadSettings settings,
            Executor executor,
            KeyGiving keys) {
        this.layout = layout;
        this.rawLog = rawLog;
        this.reader = reader;
        this.warehouse = warehouse;
        this.cursors = cursors;
        this.lease = lease;
        this.settings = settings;
        this.executor = executor;
        this.keys = keys;
    }

    @Override
    public LoadStep loadNext() {
        Session held = session;
        session = null;
        OptionalLong epoch = lease.acquire(settings.holder(), settings.leaseTime());
        if (epoch.isEmpty()) {
            return new LoadStep.StandingBy();
        }
        if (held == null || held.epoch() != epoch.getAsLong()) {
            held = begin(epoch.getAsLong());
        }
        List<Reading> readings = held.log().next();
        LoadStep step = readings.isEmpty() ? new LoadStep.Idle() : held.loader().load(readings);
        session = held;
        return step;
    }

    @Override
    public void release() {
        session = null;
        lease.release(settings.holder());
    }

    private Session begin(long epoch) {
        Map<LaneId, Long> positions = cursors.positions();
        return new Session(
                epoch,
                Loader.fresh(layout, warehouse, positions, epoch, keys, settings.remembered()),
                new ReadAhead(rawLog, reader, settings, executor, positions));
    }
}
