package dev.startide.app.service;

import dev.startide.app.metrics.LoadMeters;
import dev.startide.app.metrics.MeteredIngest;
import dev.startide.app.settings.ServiceConfig;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.port.inbound.TakeSnapshots;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.warehouse.WarehouseModel;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a warehouse up to date: sources open, load running.
///
/// Started once, closed once; all else may be called by any thread at any time.
@Singleton
public final class WarehouseService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarehouseService.class);

    /// Making the tables takes a few seconds at most; a server that is away takes longer.
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(5);

    private final WarehouseModel model;
    private final ServiceConfig settings;
    private final LoadWarehouse load;
    private final OpenSources sources;
    private final IngestGate gate;
    private final IngestEvents ingest;
    private final WarehouseLoop loop;
    private final Thread loader;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean isClosed = new AtomicBoolean();

    WarehouseService(
            WarehouseModel model,
            ServiceConfig settings,
            List<EventSource> adapters,
            IngestEvents ingest,
            ApplySchema schema,
            LoadWarehouse load,
            TakeSnapshots snapshots,
            LoadMeters meters,
            MeterRegistry registry,
            InstantSource clock) {
        this.model = model;
        this.settings = settings;
        this.load = load;
        this.sources = new OpenSources(adapters);
        this.gate = new IngestGate(ingest, PATIENCE_AT_START);
        this.ingest = new MeteredIngest(gate, registry);
        this.loop = new WarehouseLoop(
                schema, load, new Snapshots(snapshots, model, clock), settings, meters, clock, gate::open);
        this.loader = Thread.ofPlatform().name("startide-loader").unstarted(this::runLoop);
    }

    /// Starts everything and returns at once, whether or not database and broker can be reached.
    ///
    /// @throws StartideException `SETTING_INVALID` if a source of the model cannot be used
    public void start() {
        model.sources().forEach(source -> sources.start(source, ingest));
        loader.start();
    }

    /// Waits until the load has to stop or the service is closed.
    ///
    /// @return why the load has to stop; empty if the service was closed
    public Optional<StartideException> awaitEnd() throws InterruptedException {
        ended.await();
        return loop.halt();
    }

    /// Why the load must not go on, if that is so.
    public Optional<StartideException> halt() {
        return loop.halt();
    }

    /// What the service is doing with the warehouse.
    public Phase phase() {
        return loop.phase();
    }

    /// The sources of which nothing is loaded, because too many of their events could not be.
    public List<PausedSource> paused() {
        return load.paused();
    }

    /// How each source is doing, in the order of their names.
    public Map<String, EventSource.Health> sources() {
        return sources.health();
    }

    /// What threatens events that were not logged yet, by the source.
    public Map<String, List<String>> warnings() {
        return sources.warnings();
    }

    /// Closes the sources, lets the batch that is being loaded end, and gives up the right to load.
    /// Returns after the time that the settings allow at the latest. Idempotent.
    @Override
    @PreDestroy
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            long deadline = System.nanoTime() + settings.stopWithin().toNanos();
            FailPoint.STOP_BEGUN.reached();
            loop.stop();
            sources.close(settings.stopWithin());
            FailPoint.STOP_SOURCES_CLOSED.reached();
            awaitLoader(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            ended.countDown();
            LOG.info("Stopped");
        }
    }

    private void awaitLoader(Duration patience) {
        try {
            if (loader.isAlive() && !loader.join(patience)) {
                LOG.warn("The load did not end its batch in time; what it had not committed is loaded at the next"
                        + " start");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void runLoop() {
        loop.run();
        if (loop.halt().isPresent()) {
            ended.countDown();
        }
    }
}
