package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.RebuildTables;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.LoaderLease.Purpose;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.port.outbound.ShadowTables.Generated;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.rebuild.Comparison;
import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.RebuildScope;
import dev.startide.domain.rebuild.RebuildStanding;
import dev.startide.domain.rebuild.RebuildStep;
import dev.startide.domain.rebuild.TableDifference;
import dev.startide.domain.rebuild.Verdict;
import dev.startide.domain.rebuild.Wish;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// Loads the raw log a second time, into tables beside, with the same loader that loads the live
/// ones.
public final class RebuildService implements RebuildTables {

    private final WarehouseLayout layout;
    private final RawLog rawLog;
    private final ShadowTables shadows;
    private final Cursors live;
    private final LoaderLease lease;
    private final LoadSettings settings;
    private final KeptLease kept;
    private final LoadService load;
    private final RebuiltPeriods periods;

    /// @param live how far the live tables are loaded
    /// @param lease who may load the live tables
    /// @param executor runs the reading of payloads, and work on whole tables while the right to
    ///     load is prolonged
    public RebuildService(
            WarehouseLayout layout,
            RawLog rawLog,
            EventReader reader,
            ShadowTables shadows,
            Cursors live,
            LoaderLease lease,
            LoadSettings settings,
            Executor executor) {
        this.layout = layout;
        this.rawLog = rawLog;
        this.shadows = shadows;
        this.live = live;
        this.lease = lease;
        this.settings = settings;
        this.kept = new KeptLease(lease, settings, executor);
        this.load = new LoadService(
                layout.in(Schemas.REBUILD),
                new BoundedLog(rawLog, live),
                reader,
                shadows.warehouse(),
                shadows.cursors(),
                shadows.lease(),
                settings,
                executor,
                new LiveKeys(shadows));
        this.periods = new RebuiltPeriods(layout, shadows, settings);
    }

    @Override
    public RebuildStanding standing() {
        return shadows.standing();
    }

    @Override
    public RebuildStanding.Building begin(Wish wish) {
        long gone =
                rawLog.released().values().stream().mapToLong(Long::longValue).sum();
        if (gone > 0) {
            throw conflict(
                    "The raw log does not hold its first %d events any more, so rebuilt would not be what was loaded."
                                    .formatted(gone)
                            + " Restore them from a backup, or accept that by '--from-what-is-left'");
        }
        return beginWithWhatIsLeft(wish);
    }

    @Override
    public RebuildStanding.Building beginWithWhatIsLeft(Wish wish) {
        RebuildScope scope = RebuildScope.of(layout, wish);
        switch (shadows.standing()) {
            case RebuildStanding.None() -> {
                shadows.create(layout, scope);
                FailPoint.REBUILD_BEGUN.reached();
                load.release();
            }
            case RebuildStanding.Building _ ->
                throw conflict("A rebuild is under way. Go on with it by 'startide rebuild --resume',"
                        + " or give it up by 'startide rebuild --discard'");
            case RebuildStanding.Swapped _ ->
                throw conflict("The tables before the last rebuild are still kept. 'startide rebuild --confirm'"
                        + " drops them, 'startide rebuild --revert' puts them back");
        }
        return new RebuildStanding.Building(scope);
    }

    @Override
    public RebuildStanding.Building resume() {
        RebuildStanding.Building building = building();
        shadows.reopen(layout);
        return building;
    }

    @Override
    public RebuildStep loadNext() {
        return switch (shadows.meetLanes()) {
            case PAUSE -> new RebuildStep.Paused();
            case GO_ON ->
                switch (load.loadNext()) {
                    case LoadStep.Loaded _, LoadStep.Retried _ -> progress();
                    case LoadStep.Idle() -> new RebuildStep.CaughtUp(sum(shadows.cursors()));
                    case LoadStep.StandingBy() -> new RebuildStep.StandingBy();
                };
        };
    }

    @Override
    public RebuildOutcome finish(OnDifference policy) {
        RebuildStanding.Building building = building();
        long epoch = lease.takeOver(settings.holder(), settings.leaseTime(), Purpose.TABLES);
        FailPoint.REBUILD_TAKEN_OVER.reached();
        try {
            catchUp(epoch);
            periods.fill(() -> kept.keep(epoch));
            kept.during(epoch, () -> shadows.alignKeys(layout));
            FailPoint.REBUILD_ALIGNED.reached();
            Comparison comparison = compare(epoch);
            FailPoint.REBUILD_COMPARED.reached();
            Verdict verdict = Verdict.on(building.scope(), comparison, policy);
            if (verdict instanceof Verdict.Swap) {
                kept.untilItIsUsed(epoch, () -> shadows.swap(layout, building.scope(), epoch));
                FailPoint.REBUILD_SWAPPED.reached();
            }
            return new RebuildOutcome(comparison, verdict);
        } finally {
            lease.release(settings.holder());
        }
    }

    @Override
    public void pause() {
        building();
        shadows.askToPause();
    }

    @Override
    public void release() {
        if (shadows.standing() instanceof RebuildStanding.Building) {
            load.release();
        }
    }

    @Override
    public void confirm() {
        requireFormer();
        shadows.dropFormer();
    }

    @Override
    public void revert() {
        requireFormer();
        long epoch = lease.takeOver(settings.holder(), settings.leaseTime(), Purpose.TABLES);
        try {
            kept.untilItIsUsed(epoch, () -> shadows.revert(epoch));
        } finally {
            lease.release(settings.holder());
        }
    }

    @Override
    public void discard() {
        shadows.drop();
    }

    /// Nobody loads the live tables meanwhile, so this comes to an end.
    private void catchUp(long epoch) {
        LoadStep step;
        do {
            kept.keep(epoch);
            shadows.meetLanes();
            step = load.loadNext();
            if (step instanceof LoadStep.StandingBy) {
                throw conflict("Another process rebuilds this warehouse");
            }
        } while (step instanceof LoadStep.Loaded);
    }

    private Comparison compare(long epoch) {
        Map<TableName, Generated> generated = new HashMap<>();
        layout.calendars().forEach(calendar -> generated.put(calendar.table().name(), Generated.IN_ADVANCE));
        layout.junk().forEach(junk -> generated.put(junk.table().name(), Generated.AS_NEEDED));
        List<TableDifference> tables = new ArrayList<>();
        for (Table table : layout.schema().tables()) {
            Generated rows = generated.getOrDefault(table.name(), Generated.BY_EVENTS);
            tables.add(kept.during(epoch, () -> shadows.compare(table, rows)));
        }
        return new Comparison(tables, shadows.accounts());
    }

    private RebuildStep progress() {
        FailPoint.REBUILD_LOADED.reached();
        long done = sum(shadows.cursors());
        long whole = sum(live);
        return whole - done < settings.maxEvents()
                ? new RebuildStep.CaughtUp(done)
                : new RebuildStep.Loaded(done, whole);
    }

    private static long sum(Cursors cursors) {
        Map<LaneId, Long> positions = cursors.positions();
        return positions.values().stream().mapToLong(Long::longValue).sum();
    }

    private RebuildStanding.Building building() {
        return switch (shadows.standing()) {
            case RebuildStanding.Building building -> building;
            case RebuildStanding.None _, RebuildStanding.Swapped _ ->
                throw conflict("No rebuild is under way. Begin one by 'startide rebuild --all'");
        };
    }

    private void requireFormer() {
        switch (shadows.standing()) {
            case RebuildStanding.Swapped _ -> {}
            case RebuildStanding.None _, RebuildStanding.Building _ ->
                throw conflict("There are no tables of before a rebuild");
        }
    }

    private static StartideException conflict(String message) {
        return StartideException.because(FailureCode.MODEL_CONFLICT, message);
    }
}
