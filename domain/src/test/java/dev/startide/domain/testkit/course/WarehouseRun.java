package dev.startide.domain.testkit.course;

import static dev.startide.domain.testkit.EventBuilder.anEvent;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.SnapshotStep;
import dev.startide.domain.quarantine.BurstRule;
import dev.startide.domain.service.AmendedLog;
import dev.startide.domain.service.LoadPace;
import dev.startide.domain.service.LoadService;
import dev.startide.domain.service.LoadSettings;
import dev.startide.domain.service.RebuildService;
import dev.startide.domain.service.ReplayService;
import dev.startide.domain.service.SnapshotService;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.QuarantineAdapters;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.star.FactName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A raw log and a warehouse with its loader, over any adapters. Payloads are numbers of prepared
/// events.
public final class WarehouseRun {

    /// More than any test logs.
    public static final int MANY = 1_000;

    private static final String SICK = "sick ";
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final long MANY_BYTES = 1_000_000;

    private final WarehouseLayout layout;
    private final AdaptersUnderTest adapters;
    private final @Nullable QuarantineAdapters quarantine;
    private final Mishaps mishaps = new Mishaps(this::takeOver);
    private final Warehouse warehouse;
    private final Map<String, TypedEvent> prepared = new HashMap<>();
    private int logged;
    private final Map<String, OpenLane> lanes = new HashMap<>();
    private final Set<String> healed = new HashSet<>();
    private @Nullable TypedEvent readableNow;
    private @Nullable TypedEvent knownNow;
    private BurstRule bursts = new BurstRule.Never();
    private AtWork loader;

    /// The loader that is at work.
    private record AtWork(LoadService load, LoadSettings settings) {}

    /// @param adapters of a database that has the schema of this layout
    public WarehouseRun(AdaptersUnderTest adapters, WarehouseLayout layout) {
        this(adapters, layout, null);
    }

    /// @param adapters of a database that has the schema of this layout
    /// @param quarantine of the same database, so that events are tried again that somebody asks
    ///     for
    public WarehouseRun(AdaptersUnderTest adapters, WarehouseLayout layout, @Nullable QuarantineAdapters quarantine) {
        this.layout = layout;
        this.adapters = adapters;
        this.quarantine = quarantine;
        this.warehouse = mishaps.of(Warehouse.class, "write", adapters.warehouse());
        this.loader = loader(settings("first", MANY, MANY));
    }

    public LoadService loader() {
        return loader.load();
    }

    /// Another loader over the same warehouse, which is not at work yet.
    public LoadService another(String holder, int batch, int remembered) {
        return loader(settings(holder, batch, remembered)).load();
    }

    /// The next loaders pause sources by this rule.
    public void pauseAfter(BurstRule rule) {
        bursts = rule;
    }

    /// The loader ends and gives up its lease; another one goes on.
    public void change(String holder, int batch, int remembered) {
        loader.load().release();
        loader = loader(settings(holder, batch, remembered));
    }

    /// These go wrong with the next writes, one with each.
    public void expect(Mishap mishap) {
        mishaps.expect(mishap);
    }

    /// Logs an event in one of its source's lanes.
    ///
    /// @return where it is in the log
    public LanePosition log(String lane, TypedEvent event) {
        return append(layout.model().source(event.type().source()), lane, payloadOf(event));
    }

    /// Logs an event that cannot be read before it is healed, or corrected to say [#payloadOf] it.
    ///
    /// @return where it is in the log
    public LanePosition logSick(String lane, TypedEvent event) {
        String payload = SICK + payloadOf(event);
        return append(layout.model().source(event.type().source()), lane, payload);
    }

    /// From now on everything can be read that was sick until now: the model knows better.
    public void heal() {
        prepared.keySet().forEach(payload -> healed.add(SICK + payload));
    }

    /// What an event says that is not logged.
    public String payloadOf(TypedEvent event) {
        String payload = Integer.toString(prepared.size());
        prepared.put(payload, event);
        return payload;
    }

    /// Logs an event that cannot be read.
    public void logUnreadable(Source source, String lane) {
        append(source, lane, "unreadable");
    }

    /// Events that could not be read turn out to be this one.
    public void readFromNowOn(TypedEvent event) {
        readableNow = event;
    }

    /// Events of no kind that the model knew turn out to be this one.
    public void knowFromNowOn(TypedEvent event) {
        knownNow = event;
    }

    /// Another process that loads a part of the log again.
    public ReplayService replay(EventAccounts accounts, int batch) {
        return new ReplayService(
                layout,
                log(),
                reader(),
                adapters.warehouse(),
                accounts,
                adapters.cursors(),
                adapters.lease(),
                settings("replay", batch, MANY));
    }

    /// Another process that rebuilds the warehouse.
    public RebuildService rebuild(ShadowTables shadows, int batch, int remembered) {
        return new RebuildService(
                layout,
                log(),
                reader(),
                shadows,
                adapters.cursors(),
                adapters.lease(),
                settings("rebuild", batch, remembered),
                Runnable::run);
    }

    /// Logs an event of no kind that the model knows.
    public void logUnknown(Source source, String lane) {
        append(source, lane, "unknown");
    }

    /// Loads until nothing waits; goes on after failures that may pass.
    ///
    /// @return the steps that were committed and known to be
    public List<LoadStep.Loaded> drain() {
        List<LoadStep.Loaded> steps = new ArrayList<>();
        for (int attempts = 0; attempts < MANY; attempts++) {
            try {
                switch (loader.load().loadNext()) {
                    case LoadStep.Loaded step -> steps.add(step);
                    case LoadStep.Retried _ -> {}
                    case LoadStep.Idle() -> {
                        return steps;
                    }
                    case LoadStep.StandingBy() -> throw new IllegalStateException("Another loader is at work");
                }
            } catch (Mishaps.Died died) {
                adapters.lease().release(loader.settings().holder());
                loader = loader(loader.settings());
            } catch (StartideException failure) {
                requireThatItMayPass(failure);
            }
        }
        throw new IllegalStateException("The load does not come to an end");
    }

    /// Fills closed periods; goes on after failures that may pass.
    ///
    /// @param day periods that are over at its beginning are closed
    /// @param steps how many at most
    /// @param page how many things one step takes at most
    public void fill(LocalDate day, int steps, int page) {
        List<FactName> facts =
                layout.horizons().stream().map(horizon -> horizon.fact().name()).toList();
        for (int step = 0; step < steps; step++) {
            try {
                if (snapshots(page).next(facts, day) instanceof SnapshotStep.UpToDate) {
                    return;
                }
            } catch (Mishaps.Died died) {
                adapters.lease().release(loader.settings().holder());
                loader = loader(loader.settings());
            } catch (StartideException failure) {
                requireThatItMayPass(failure);
            }
        }
    }

    private SnapshotService snapshots(int page) {
        return new SnapshotService(layout, warehouse, adapters.lease(), loader.settings(), page);
    }

    private static void requireThatItMayPass(StartideException failure) {
        switch (failure.handling()) {
            case RETRY, PAUSE -> {}
            case QUARANTINE, HALT -> throw failure;
        }
    }

    private void takeOver() {
        adapters.lease().release(loader.settings().holder());
        adapters.lease().acquire("another", LEASE);
        adapters.lease().release("another");
    }

    private AtWork loader(LoadSettings settings) {
        LoadService load = quarantine == null
                ? new LoadService(
                        layout,
                        log(),
                        reader(),
                        warehouse,
                        adapters.cursors(),
                        adapters.lease(),
                        settings,
                        Runnable::run)
                : new LoadService(
                        layout,
                        log(),
                        reader(),
                        warehouse,
                        adapters.cursors(),
                        adapters.lease(),
                        settings,
                        Runnable::run,
                        LoadPace.withoutWatch(settings.maxEvents()),
                        quarantine.retries(),
                        quarantine.sources(),
                        bursts);
        return new AtWork(load, settings);
    }

    private RawLog log() {
        return quarantine == null ? adapters.rawLog() : new AmendedLog(adapters.rawLog(), quarantine.amendments());
    }

    private static LoadSettings settings(String holder, int batch, int remembered) {
        return new LoadSettings(holder, LEASE, batch, MANY_BYTES, remembered, 2);
    }

    private LanePosition append(Source source, String lane, String payload) {
        LaneName name = new LaneName(source.name() + "-" + lane);
        OpenLane open =
                lanes.computeIfAbsent(name.value(), _ -> adapters.rawLog().open(source, name));
        IncomingEvent event = anEvent(payload).withoutId().saying(payload).build();
        SourcePosition next = new SourcePosition(Integer.toString(++logged));
        IngestBatch batch = new IngestBatch(open, List.of(event), next);
        IngestReceipt receipt = adapters.rawLog().append(source, batch);
        lanes.put(name.value(), receipt.lane());
        return switch (receipt.outcomes().getFirst()) {
            case IngestReceipt.Outcome.Accepted(var at) -> at;
            case IngestReceipt.Outcome.Conflicting(var at) -> at;
            case IngestReceipt.Outcome.Duplicate() ->
                throw new IllegalStateException("Events without ids are never recognised");
        };
    }

    /// Reads the events that were logged here.
    public EventReader reader() {
        return logged -> {
            String payload = new String(logged.event().payload().bytes(), StandardCharsets.UTF_8);
            if (logged.admission() == LoggedEvent.Admission.DISCARDED) {
                return new Reading.Ignored(logged.at(), logged.source(), Reading.Ignored.DISCARDED);
            }
            return switch (payload) {
                case "unreadable" -> unreadable(logged);
                case "unknown" -> unknown(logged);
                case String sick
                when sick.startsWith(SICK) ->
                    healed.contains(sick)
                            ? new Reading.Typed(
                                    logged.source(), at(logged, prepared.get(sick.substring(SICK.length()))))
                            : new Reading.Refused(logged.at(), logged.source(), unreadable());
                default -> new Reading.Typed(logged.source(), at(logged, prepared.get(payload)));
            };
        };
    }

    private Reading unknown(LoggedEvent logged) {
        return knownNow == null
                ? new Reading.Ignored(logged.at(), logged.source(), Reading.Ignored.NO_EVENT_TYPE)
                : new Reading.Typed(logged.source(), at(logged, knownNow));
    }

    private Reading unreadable(LoggedEvent logged) {
        return readableNow == null
                ? new Reading.Refused(logged.at(), logged.source(), unreadable())
                : new Reading.Typed(logged.source(), at(logged, readableNow));
    }

    private static TypedEvent at(LoggedEvent logged, TypedEvent event) {
        return event.loggedAt(logged.at());
    }

    private static Rejection unreadable() {
        return new Rejection(Rejection.Stage.PARSE, Rejection.Reason.PAYLOAD_UNREADABLE, "It is no event");
    }
}
