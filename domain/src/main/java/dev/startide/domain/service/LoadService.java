package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quarantine.BurstRule;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.SourceName;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Follows the raw log with the tables of the warehouse, while it holds the lease.
public final class LoadService implements LoadWarehouse {

    /// What is known while a lease lasts.
    private record Session(long epoch, Loader loader, ReadAhead log, SourcePauses pauses) {}

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
    private final Supplier<SourcePauses> pauses;
    private final KeyGiving keys;
    private boolean retriesComeFirst = true;
    private volatile List<PausedSource> paused = List.of();
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
    /// @param sources which sources are paused
    /// @param bursts when a source is paused
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
            Retries retries,
            PausedSources sources,
            BurstRule bursts) {
        this(
                layout,
                rawLog,
                reader,
                warehouse,
                cursors,
                lease,
                settings,
                executor,
                pace,
                retries,
                () -> SourcePauses.of(sources, bursts),
                KeyGiving.COUNTING);
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
                SourcePauses::never,
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
            Supplier<SourcePauses> pauses,
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
        this.pauses = pauses;
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
        FailPoint.LEASE_TAKEN.reached();
        if (held == null || held.epoch() != epoch.getAsLong() || held.pauses().wereResumed()) {
            held = begin(epoch.getAsLong());
            FailPoint.SESSION_BEGUN.reached();
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
            List<Reading> readings = admitted(held);
            if (readings.isEmpty()) {
                return new LoadStep.Idle();
            }
            FailPoint.BATCH_READ.reached();
            events = readings.size();
            LoadStep step = pace.measured(events, () -> held.loader().load(readings));
            held.log().hold(held.pauses().lookBack(held.loader().setAside()), List.of());
            paused = held.pauses().paused();
            return step;
        } catch (StartideException failure) {
            pace.failed(events, failure);
            throw failure;
        }
    }

    /// The next readings, without those of sources that are paused because of them.
    private List<Reading> admitted(Session held) {
        List<Reading> readings = held.log().next();
        Set<SourceName> inBurst = held.pauses().look(readings);
        while (!inBurst.isEmpty()) {
            paused = held.pauses().paused();
            readings = held.log().hold(inBurst, readings);
            if (!readings.isEmpty()) {
                return readings;
            }
            readings = held.log().next();
            inBurst = held.pauses().look(readings);
        }
        return readings;
    }

    @Override
    public List<PausedSource> paused() {
        return paused;
    }

    @Override
    public void release() {
        session = null;
        lease.release(settings.holder());
    }

    private Session begin(long epoch) {
        Map<LaneId, Long> positions = cursors.positions();
        SourcePauses known = pauses.get();
        ReadAhead log = new ReadAhead(rawLog, reader, settings, pace, executor, positions);
        paused = known.paused();
        log.hold(paused.stream().map(PausedSource::source).collect(Collectors.toSet()), List.of());
        return new Session(
                epoch, Loader.fresh(layout, warehouse, positions, epoch, keys, settings.remembered()), log, known);
    }
}
