package dev.startide.app.service;

import dev.startide.app.metrics.LoadMeters;
import dev.startide.app.settings.ServiceConfig;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.Handling;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.warehouse.plan.SchemaPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The work of the service's one loading thread: prepare the schema, then load batch after batch.
///
/// [#run] is for that thread; everything else may be called by any.
final class WarehouseLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(WarehouseLoop.class);

    private final ApplySchema schema;
    private final LoadWarehouse load;
    private final Snapshots snapshots;
    private final ServiceConfig settings;
    private final LoadMeters meters;
    private final InstantSource clock;
    private final Runnable onPrepared;
    private final Backoff backoff;
    private final CountDownLatch stop = new CountDownLatch(1);
    private Instant lastStep = Instant.MIN;
    private String complaint = "";
    private List<PausedSource> told = List.of();
    private volatile Phase phase;
    private volatile @Nullable StartideException halt;

    WarehouseLoop(
            ApplySchema schema,
            LoadWarehouse load,
            Snapshots snapshots,
            ServiceConfig settings,
            LoadMeters meters,
            InstantSource clock,
            Runnable onPrepared) {
        this.schema = schema;
        this.load = load;
        this.snapshots = snapshots;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.onPrepared = onPrepared;
        this.backoff = new Backoff(settings.retryFirst(), settings.retryMost(), RandomGenerator.getDefault());
        this.phase = new Phase.Preparing(clock.instant());
    }

    @Override
    public void run() {
        try {
            if (prepare()) {
                onPrepared.run();
                while (!isStopping()) {
                    step();
                }
                FailPoint.STOP_LOAD_ENDED.reached();
                load.release();
                FailPoint.STOP_LEASE_RELEASED.reached();
            }
            phase = new Phase.Stopped(clock.instant());
        } catch (StartideException failure) {
            haltBecause(failure);
        } catch (RuntimeException | Error mistake) {
            haltBecause(StartideException.because(
                    FailureCode.INVARIANT_BROKEN, "The load ended unexpectedly: " + mistake, mistake));
        }
    }

    /// Asks the loop to end after the batch it is at.
    void stop() {
        stop.countDown();
    }

    Phase phase() {
        return phase;
    }

    /// Why the loop must not go on, if that is so.
    Optional<StartideException> halt() {
        return Optional.ofNullable(halt);
    }

    private boolean prepare() {
        while (!isStopping()) {
            try {
                SchemaPlan applied = schema.apply(ApplySchema.Replaced.REFUSED);
                LOG.atInfo().addKeyValue("changes", applied.changes().size()).log("The schema is what the model wants");
                backoff.reset();
                return true;
            } catch (StartideException failure) {
                retryAfter(failure);
            }
        }
        return false;
    }

    private void step() {
        try {
            long began = System.nanoTime();
            Duration pause = after(load.loadNext(), began);
            tellOfPaused();
            boolean isFilling = isLoader() && snapshots.next();
            ended();
            pause(isFilling ? Duration.ZERO : pause);
        } catch (StartideException failure) {
            retryAfter(failure);
        }
    }

    /// Once for each source that is paused, and once when it goes on.
    private void tellOfPaused() {
        List<PausedSource> paused = load.paused();
        if (!paused.equals(told)) {
            paused.stream()
                    .filter(source -> !told.contains(source))
                    .forEach(source ->
                            LOG.atWarn().addKeyValue("source", source.source()).log(source.sentence()));
            told.stream()
                    .filter(source -> !paused.contains(source))
                    .forEach(source ->
                            LOG.atInfo().addKeyValue("source", source.source()).log("A paused source goes on"));
            told = paused;
            meters.paused(paused.size());
        }
    }

    private void ended() {
        backoff.reset();
        complaint = "";
        lastStep = clock.instant();
        meters.stepped(lastStep);
    }

    private Duration after(LoadStep step, long began) {
        return switch (step) {
            case LoadStep.Loaded loaded -> {
                meters.loaded(loaded, Duration.ofNanos(System.nanoTime() - began));
                phase = new Phase.Loading(clock.instant());
                yield Duration.ZERO;
            }
            case LoadStep.Retried retried -> {
                LOG.atInfo()
                        .addKeyValue("events", retried.events())
                        .log("Tried events of the quarantine again: {} are loaded now", retried.loaded());
                phase = new Phase.Loading(clock.instant());
                yield Duration.ZERO;
            }
            case LoadStep.Idle() -> {
                phase = new Phase.Loading(clock.instant());
                yield settings.idleWait();
            }
            case LoadStep.StandingBy() -> {
                if (!(phase instanceof Phase.StandingBy)) {
                    LOG.info("Another process loads this warehouse; standing by");
                }
                phase = new Phase.StandingBy(clock.instant());
                yield settings.idleWait().multipliedBy(STAND_BY_WAITS);
            }
        };
    }

    /// Whoever stands by fills nothing, and cannot know what the other has filled.
    private boolean isLoader() {
        if (phase instanceof Phase.StandingBy) {
            snapshots.forget();
            return false;
        }
        return true;
    }

    /// Whoever stands by asks less often than whoever loads.
    private static final int STAND_BY_WAITS = 5;

    private void retryAfter(StartideException failure) {
        if (!failure.handling().mayPass()) {
            throw failure;
        }
        String reason = String.valueOf(failure.getMessage());
        boolean isNews = !reason.equals(complaint);
        complaint = reason;
        phase = isOnlyInTheWay(failure)
                ? new Phase.Retrying(lastStep, reason)
                : new Phase.Paused(clock.instant(), reason);
        meters.failed(failure.code());
        if (isNews) {
            LOG.atWarn().addKeyValue("failure", failure.code()).log("{} Trying again.", failure.getMessage());
        }
        LOG.debug("The failure in full", failure);
        pause(backoff.next());
    }

    /// Who has never come as far as loading has nothing to show for yet.
    private boolean isOnlyInTheWay(StartideException failure) {
        return failure.handling() == Handling.RETRY && lastStep.isAfter(Instant.MIN);
    }

    private void haltBecause(StartideException failure) {
        meters.failed(failure.code());
        LOG.atError()
                .addKeyValue("failure", failure.code())
                .setCause(failure)
                .log("The load has to stop: {}", failure.getMessage());
        halt = failure;
        phase = new Phase.Halted(clock.instant(), String.valueOf(failure.getMessage()));
    }

    private void pause(Duration time) {
        try {
            boolean stopped = stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
            LOG.trace("Waited {} ms, stopping: {}", time.toMillis(), stopped);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }
}
