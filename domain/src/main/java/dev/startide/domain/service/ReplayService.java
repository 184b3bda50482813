package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.inbound.ReplayEvents;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.replay.LogPart;
import dev.startide.domain.replay.ReplayOrder;
import dev.startide.domain.replay.ReplayProgress;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Loads a part of the raw log once more, with the loader that loads what is new.
public final class ReplayService implements ReplayEvents {

    /// No lane gets as far; one more is still a number.
    private static final long BEYOND_EVERYTHING = Long.MAX_VALUE - 1;

    private final WarehouseLayout layout;
    private final RawLog rawLog;
    private final EventReader reader;
    private final Warehouse warehouse;
    private final EventAccounts accounts;
    private final Cursors cursors;
    private final LoaderLease lease;
    private final LoadSettings settings;
    private @Nullable Work work;

    /// @param accounts tells what became of events when they were loaded first
    public ReplayService(
            WarehouseLayout layout,
            RawLog rawLog,
            EventReader reader,
            Warehouse warehouse,
            EventAccounts accounts,
            Cursors cursors,
            LoaderLease lease,
            LoadSettings settings) {
        this.layout = layout;
        this.rawLog = rawLog;
        this.reader = reader;
        this.warehouse = warehouse;
        this.accounts = accounts;
        this.cursors = cursors;
        this.lease = lease;
        this.settings = settings;
    }

    /// What is under way.
    ///
    /// @param reached up to where each lane has been looked at
    private record Work(
            ReplayOrder order,
            long epoch,
            Loader loader,
            Map<LaneId, LogPart> parts,
            Map<LaneId, Long> reached,
            ReplayProgress progress) {}

    @Override
    public ReplayProgress begin(ReplayOrder order) {
        requireKnown(order.events());
        long epoch = lease.takeOver(settings.holder(), settings.leaseTime(), LoaderLease.Purpose.ROWS);
        Map<LaneId, LogPart> parts = accounts.arrivedBetween(order.since(), order.until());
        Map<LaneId, Long> reached = new HashMap<>();
        cursors.positions().keySet().forEach(lane -> reached.put(lane, BEYOND_EVERYTHING));
        parts.forEach((lane, part) -> reached.put(lane, part.first() - 1));
        long whole = parts.values().stream().mapToLong(LogPart::size).sum();
        Loader loader =
                Loader.fresh(layout, warehouse, cursors.positions(), epoch, KeyGiving.COUNTING, settings.remembered());
        ReplayProgress progress = new ReplayProgress(0, whole, 0, 0, 0, 0);
        work = new Work(order, epoch, loader, parts, reached, progress);
        return progress;
    }

    @Override
    public ReplayProgress next() {
        Work now = work;
        if (now == null) {
            throw new IllegalStateException("Nothing was begun");
        }
        work = null;
        keepLease(now.epoch());
        List<LoggedEvent> read = rawLog.read(now.reached(), settings.maxEvents(), settings.maxBytes());
        List<LoggedEvent> inParts =
                read.stream().filter(event -> isIn(event, now.parts())).toList();
        ReplayProgress progress = read.isEmpty() ? ended(now.progress()) : replay(now, inParts);
        read.forEach(event -> now.reached().merge(event.at().lane(), event.at().position(), Math::max));
        read.stream()
                .map(event -> event.at().lane())
                .filter(lane -> !now.parts().containsKey(lane))
                .forEach(lane -> now.reached().put(lane, BEYOND_EVERYTHING));
        now.parts()
                .forEach((lane, part) -> now.reached()
                        .computeIfPresent(
                                lane, (_, position) -> position >= part.last() ? BEYOND_EVERYTHING : position));
        work = new Work(now.order(), now.epoch(), now.loader(), now.parts(), now.reached(), progress);
        return progress;
    }

    @Override
    public void release() {
        work = null;
        lease.release(settings.holder());
    }

    private ReplayProgress replay(Work now, List<LoggedEvent> events) {
        List<Reading> readings = events.stream()
                .filter(event -> isWanted(event, now.order()))
                .map(reader::read)
                .filter(reading -> isWanted(reading, now.order()))
                .toList();
        ReplayProgress before = now.progress();
        long done = before.done() + events.size();
        if (readings.isEmpty()) {
            return new ReplayProgress(
                    done, before.whole(), before.replayed(), before.recovered(), before.refused(), before.rows());
        }
        List<LanePosition> positions = readings.stream().map(Reading::at).toList();
        Map<LanePosition, EventStanding> standings = accounts.notLoaded(positions);
        LoadStep.Loaded step = now.loader().replay(readings, standings);
        long recovered = standings.isEmpty()
                ? 0
                : standings.size() - accounts.notLoaded(positions).size();
        return new ReplayProgress(
                done,
                before.whole(),
                before.replayed() + step.loaded(),
                before.recovered() + recovered,
                before.refused() + step.quarantined(),
                before.rows() + step.rows());
    }

    private static ReplayProgress ended(ReplayProgress now) {
        return new ReplayProgress(now.whole(), now.whole(), now.replayed(), now.recovered(), now.refused(), now.rows());
    }

    private static boolean isIn(LoggedEvent event, Map<LaneId, LogPart> parts) {
        LogPart part = parts.get(event.at().lane());
        return part != null && event.at().position() <= part.last();
    }

    private static boolean isWanted(LoggedEvent event, ReplayOrder order) {
        return !event.event().arrivedAt().isBefore(order.since())
                && event.event().arrivedAt().isBefore(order.until());
    }

    private static boolean isWanted(Reading reading, ReplayOrder order) {
        return order.events().isEmpty()
                || (reading instanceof Reading.Typed typed
                        && order.events().contains(typed.event().type().name()));
    }

    private void keepLease(long epoch) {
        if (lease.acquire(settings.holder(), settings.leaseTime()).orElse(-1) != epoch) {
            throw StartideException.because(FailureCode.FENCED, "Another process has taken the right to load");
        }
    }

    private void requireKnown(Set<EventName> wanted) {
        Set<EventName> known =
                layout.model().events().stream().map(EventType::name).collect(Collectors.toSet());
        for (EventName name : wanted) {
            if (!known.contains(name)) {
                throw StartideException.because(
                        FailureCode.SETTING_INVALID,
                        "The model has no event '%s'. Name one of %s"
                                .formatted(
                                        name,
                                        layout.model().events().stream()
                                                .map(EventType::name)
                                                .toList()));
            }
        }
    }
}
