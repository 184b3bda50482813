package dev.startide.domain.service;

import static dev.startide.domain.testkit.EventBuilder.anEvent;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.testkit.memory.InMemoryCatalog;
import dev.startide.domain.testkit.memory.InMemoryCursors;
import dev.startide.domain.testkit.memory.InMemoryDatabase;
import dev.startide.domain.testkit.memory.InMemoryLease;
import dev.startide.domain.testkit.memory.InMemoryRawLog;
import dev.startide.domain.testkit.memory.InMemoryWarehouse;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A warehouse in memory with its raw log and its loader. Payloads are numbers of prepared events.
final class LoadRun {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final long MANY_BYTES = 1_000_000;
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-15T12:00:00Z"));

    private final WarehouseLayout layout;
    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryWarehouse warehouse = new InMemoryWarehouse(database);
    private final InMemoryRawLog rawLog = new InMemoryRawLog();
    private final InMemoryLease lease = new InMemoryLease(database, NOON);
    private final Map<String, TypedEvent> prepared = new HashMap<>();
    private final Map<String, OpenLane> lanes = new HashMap<>();
    private LoadService load;

    /// @param batch most events in a batch
    /// @param remembered how much the directory remembers
    LoadRun(WarehouseLayout layout, int batch, int remembered) {
        this.layout = layout;
        InMemoryCatalog catalog = new InMemoryCatalog(database);
        new ApplyService(layout.model(), new PlanService(layout, catalog), catalog).apply();
        this.load = loader("first", batch, remembered);
    }

    LoadService loader(String holder, int batch, int remembered) {
        return new LoadService(
                layout,
                rawLog,
                reader(),
                warehouse,
                new InMemoryCursors(database),
                lease,
                new LoadSettings(holder, LEASE, batch, MANY_BYTES, remembered, 2),
                Runnable::run);
    }

    /// The process dies and another one takes over at once: everything in memory is gone.
    void restart(String holder, int batch, int remembered) {
        load.release();
        load = loader(holder, batch, remembered);
    }

    InMemoryWarehouse warehouse() {
        return warehouse;
    }

    LoadService loader() {
        return load;
    }

    /// Logs events of a source in one of its lanes.
    void log(String lane, TypedEvent... events) {
        log(lane, List.of(events));
    }

    void log(String lane, List<TypedEvent> events) {
        for (TypedEvent event : events) {
            Source source = layout.model().source(event.type().source());
            String payload = Integer.toString(prepared.size());
            prepared.put(payload, event);
            append(source, lane, payload);
        }
    }

    /// Logs an event that cannot be read.
    void logUnreadable(Source source, String lane) {
        append(source, lane, "unreadable");
    }

    /// Logs an event of no kind that the model knows.
    void logUnknown(Source source, String lane) {
        append(source, lane, "unknown");
    }

    /// Loads until nothing waits; goes on after failures that may pass.
    ///
    /// @return the steps that were committed
    List<LoadStep.Loaded> drain() {
        List<LoadStep.Loaded> steps = new ArrayList<>();
        while (true) {
            try {
                if (load.loadNext() instanceof LoadStep.Loaded step) {
                    steps.add(step);
                } else {
                    return steps;
                }
            } catch (StartideException failure) {
                requireThatItMayPass(failure);
            }
        }
    }

    private static void requireThatItMayPass(StartideException failure) {
        switch (failure.handling()) {
            case RETRY -> {}
            case QUARANTINE, HALT -> throw failure;
        }
    }

    private void append(Source source, String lane, String payload) {
        OpenLane open = lanes.computeIfAbsent(
                source.name() + lane, _ -> rawLog.open(source, new LaneName(source.name() + "-" + lane)));
        IncomingEvent event = anEvent(payload).withoutId().saying(payload).build();
        SourcePosition next = new SourcePosition(open.position().token() + "i");
        lanes.put(
                source.name() + lane,
                rawLog.append(source, new IngestBatch(open, List.of(event), next))
                        .lane());
    }

    private EventReader reader() {
        return logged -> {
            String payload = new String(logged.event().payload().bytes(), StandardCharsets.UTF_8);
            return switch (payload) {
                case "unreadable" -> new Reading.Refused(logged.at(), logged.source(), unreadable());
                case "unknown" -> new Reading.Ignored(logged.at(), logged.source(), Reading.Ignored.NO_EVENT_TYPE);
                default -> new Reading.Typed(logged.source(), at(logged, prepared.get(payload)));
            };
        };
    }

    private static TypedEvent at(LoggedEvent logged, TypedEvent event) {
        return new TypedEvent(event.type(), logged.at(), event.order(), event.fields());
    }

    private static Rejection unreadable() {
        return new Rejection(Rejection.Stage.PARSE, Rejection.Reason.PAYLOAD_UNREADABLE, "It is no event");
    }
}
