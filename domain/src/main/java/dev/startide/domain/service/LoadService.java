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
import java.util.function.Function;
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
    private final RetryWork retries;
    private final KeyGiving keys;
    private boolean retriesComeFirst = true;
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

    /// @param executor runs the reading of payloads; its threads do the work that is not the
    ///     caller's
    /// @param pace how large batches are; of this loader alone
    /// @param retries events that are tried again between batches
    public LoadService(
            WarehouseLayout layout,
            RawLog rawLog,
            EventReader reader,
            Warehouse warehouse,
            Cursors cursors,
            LoaderLease lease,
            LoadSettings settings,
            Executor executor,
            LoadPace pace,
            Retries retries) {
        this(layout, rawLog, reader, warehouse, cursors, lease, settings, executor, pace, retries, KeyGiving.COUNTING);
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
        this(
                layout,
                rawLog,
                reader,
                warehouse,
                cursors,
                lease,
                settings,
                executor,
                LoadPace.withoutWatch(settings.maxEvents()),
                RetryWork.NONE,
                keys);
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
            RetryWork retries,
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
        this.retries = retries;
        this.keys = keys;
    }

    /// What is to be tried again and what is new take turns, so that neither waits for the end of
    /// the other.
    @Override
    public LoadStep loadNext() {
        return whileHeld(held -> {
            Function<Session, LoadStep> first = retriesComeFirst ? this::retry : this::load;
            Function<Session, LoadStep> second = retriesComeFirst ? this::load : this::retry;
            LoadStep step = first.apply(held);
            if (step instanceof LoadStep.Idle) {
                step = second.apply(held);
            }
            retriesComeFirst = !(step instanceof LoadStep.Retried);
            return step;
        });
    }

    @Override
    public LoadStep retryNext() {
        return whileHeld(this::retry);
    }

    private LoadStep whileHeld(Function<Session, LoadStep> work) {
        Session held = session;
        session = null;
        OptionalLong epoch = lease.acquire(settings.holder(), settings.leaseTime());
        if (epoch.isEmpty()) {
            return new LoadStep.StandingBy();
        }
        if (held == null || held.epoch() != epoch.getAsLong()) {
            held = begin(epoch.getAsLong());
        }
        LoadStep step = work.apply(held);
        session = held;
        return step;
    }

    private LoadStep retry(Session held) {
        return retries.next(reader, held.loader(), settings);
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
}
