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
import dev.startide.domain.star.Directory;
import dev.startide.domain.star.KeySequence;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.DimensionName;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
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
        this.layout = layout;
        this.rawLog = rawLog;
        this.reader = reader;
        this.warehouse = warehouse;
        this.cursors = cursors;
        this.lease = lease;
        this.settings = settings;
        this.executor = executor;
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
        Map<DimensionName, KeySequence> sequences = new HashMap<>();
        for (MemberLayout member : layout.members()) {
            sequences.put(member.dimension().name(), new KeySequence(warehouse.highestKey(member)));
        }
        Map<DimensionName, Set<LocalDate>> days = new HashMap<>();
        layout.calendars().forEach(calendar -> days.put(calendar.dimension().name(), warehouse.days(calendar)));
        Directory directory = new Directory(layout, settings.remembered(), sequences, days);
        return new Session(
                epoch,
                new Loader(layout, warehouse, directory, positions, epoch),
                new ReadAhead(rawLog, reader, settings, executor, positions));
    }
}
