package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.SnapshotStep;
import dev.startide.domain.service.LoadService;
import dev.startide.domain.service.LoadSettings;
import dev.startide.domain.service.SnapshotService;
import dev.startide.domain.testkit.EventBuilder;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.star.FactName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A warehouse that the product's own load has filled. Payloads are numbers of prepared events.
public final class LoadedShop {

    private static final String UNREADABLE = "unreadable";
    private static final String UNKNOWN = "unknown";
    private static final LoadSettings SETTINGS = new LoadSettings("test", Duration.ofMinutes(1), 3, 1_000_000, 100, 1);

    private final PostgresStorage storage;
    private final WarehouseLayout layout;
    private final Map<String, TypedEvent> prepared = new ConcurrentHashMap<>();
    private final Map<String, OpenLane> lanes = new HashMap<>();

    private LoadedShop(PostgresStorage storage, WarehouseLayout layout) {
        this.storage = storage;
        this.layout = layout;
    }

    /// An empty warehouse in place of whatever the database held.
    public static LoadedShop empty(PostgresStorage storage, WarehouseLayout layout) {
        storage.prepare(layout);
        return new LoadedShop(storage, layout);
    }

    /// Logs an event in a lane of its source.
    public void log(String lane, TypedEventBuilder builder) {
        TypedEvent event = builder.build();
        String payload = Integer.toString(prepared.size());
        prepared.put(payload, event);
        log(lane, layout.model().source(event.type().source()), payload);
    }

    /// Logs an event that cannot be read.
    public void logUnreadable(String lane, Source source) {
        log(lane, source, UNREADABLE);
    }

    /// Logs an event of no kind that the model knows.
    public void logUnknown(String lane, Source source) {
        log(lane, source, UNKNOWN);
    }

    /// Loads all that waits.
    public LoadedShop load() {
        LoadService load = loader();
        while (load.loadNext() instanceof LoadStep.Loaded) {
            // goes on with the next batch
        }
        load.release();
        return this;
    }

    /// Fills all periods that are over at the beginning of a day.
    void fill(LocalDate day) {
        SnapshotService snapshots =
                new SnapshotService(layout, storage.port(Warehouse.class), storage.port(LoaderLease.class), SETTINGS);
        List<FactName> facts =
                layout.horizons().stream().map(horizon -> horizon.fact().name()).toList();
        while (snapshots.next(facts, day) instanceof SnapshotStep.Filled) {
            // goes on with the next things
        }
        snapshots.release();
    }

    LoadService loader() {
        return new LoadService(
                layout,
                storage.port(RawLog.class),
                reader(),
                storage.port(Warehouse.class),
                storage.port(Cursors.class),
                storage.port(LoaderLease.class),
                SETTINGS,
                Runnable::run);
    }

    /// How the events of this shop are read.
    public EventReader reader() {
        return logged -> {
            String payload = new String(logged.event().payload().bytes(), StandardCharsets.UTF_8);
            return switch (payload) {
                case UNREADABLE -> new Reading.Refused(logged.at(), logged.source(), unreadable());
                case UNKNOWN -> new Reading.Ignored(logged.at(), logged.source(), Reading.Ignored.NO_EVENT_TYPE);
                default -> {
                    TypedEvent event = prepared.get(payload);
                    yield new Reading.Typed(logged.source(), event.loggedAt(logged.at()));
                }
            };
        };
    }

    private void log(String lane, Source source, String payload) {
        RawLog rawLog = storage.port(RawLog.class);
        OpenLane open = lanes.computeIfAbsent(
                source.name() + lane, _ -> rawLog.open(source, new LaneName(source.name() + "-" + lane)));
        IngestBatch batch = new IngestBatch(
                open,
                List.of(EventBuilder.anEvent("id-" + source.name() + payload)
                        .saying(payload)
                        .build()),
                new SourcePosition(open.position().token() + "i"));
        lanes.put(source.name() + lane, rawLog.append(source, batch).lane());
    }

    private static Rejection unreadable() {
        return new Rejection(Rejection.Stage.PARSE, Rejection.Reason.PAYLOAD_UNREADABLE, "It is no event");
    }
}
