package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.failure.StartideException;
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
    private final LoadPace pace;
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
        this(layout, rawLog, reader, warehouse, cursors, lease, settings, executor, pace(settings));
    }

    /// @param executor runs the reading of payloads; its threads do the work that is not the
    ///     caller's
    /// @param pace how large batches are; of this loader alone
    public LoadService(
            WarehouseLayout layout,
            RawLog rawLog,
            EventReader reader,
            Warehouse warehouse,
            Cursors cursors,
            LoaderLease lease,
            LoadSettings settings,
            Executor executor,
            LoadPace pace) {
        this(layout, rawLog, reader, warehouse, cursors, lease, settings, executor, pace, KeyGiving.COUNTING);
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
        this(layout, rawLog, reader, warehouse, cursors, lease, settings, executor, pace(settings), keys);
    }

    private LoadService(
            WarehouseLayout layout,
            RawLog rawLog,
            EventReader reader,
            Warehouse warehouse,
            Cursors cursors,
            LoaderLease lease,
            LoadSettings settings,
            Executor executor,
            LoadPace pace,
            KeyGiving keys) {
        this.layout = layout;
        this.rawLog = rawLog;
        this.reader = reader;
        this.warehouse = warehouse;
        this.cursors = cursors;
        this.lease = lease;
        this.settings = settings;
        this.executor = executor;
        this.pace = pace;
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
        LoadStep step = load(held);
        session = held;
        return step;
    }

    private LoadStep load(Session held) {
        int events = pace.events();
        try {
            List<Reading> readings = held.log().next();
            if (readings.isEmpty()) {
                return new LoadStep.Idle();
            }
            events = readings.size();
            return pace.measured(events, () -> held.loader().load(readings));
        } catch (StartideException failure) {
            pace.failed(events, failure);
            throw failure;
        }
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
                new ReadAhead(rawLog, reader, settings, pace, executor, positions));
    }

    private static LoadPace pace(LoadSettings settings) {
        return LoadPace.withoutWatch(settings.maxEvents());
    }
}
