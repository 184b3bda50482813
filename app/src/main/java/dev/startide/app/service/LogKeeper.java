package dev.startide.app.service;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.startide.app.metrics.LogMeters;
import dev.startide.app.settings.RawLogConfig;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ShowStatus;
import dev.startide.domain.port.inbound.TendLog;
import dev.startide.domain.retention.TendingStep;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tends the raw log from time to time, beside everything else. Every instance does so; the
/// database sees to it that they do not get into each other's way.
@Singleton
public final class LogKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);

    private final TendLog log;
    private final ShowStatus status;
    private final LogMeters meters;
    private final RawLogConfig settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("startide-log").factory());
    private Set<?> held = Set.of();

    LogKeeper(TendLog log, ShowStatus status, LogMeters meters, RawLogConfig settings) {
        this.log = log;
        this.status = status;
        this.meters = meters;
        this.settings = settings;
    }

    /// Begins to tend the log, on a thread of its own.
    public void start() {
        long every = settings.tendEvery().toNanos();
        var _ = timer.scheduleWithFixedDelay(this::tend, every, every, NANOSECONDS);
    }

    @Override
    @PreDestroy
    public void close() {
        timer.shutdownNow();
    }

    /// A timer asks no more once a failure has come through to it.
    private void tend() {
        try {
            say(log.tend());
            meters.show(status.log());
        } catch (StartideException failure) {
            LOG.atWarn()
                    .addKeyValue("failure", failure.code())
                    .log("The raw log cannot be tended for the time being: {}", failure.getMessage());
        } catch (RuntimeException mistake) {
            LOG.error("The raw log cannot be tended", mistake);
        }
    }

    private void say(TendingStep step) {
        step.begun()
                .forEach(volume -> LOG.atInfo().addKeyValue("volume", volume).log("A volume of the raw log was begun"));
        step.released()
                .forEach(
                        volume -> LOG.atInfo().addKeyValue("volume", volume).log("A volume of the raw log was let go"));
        if (!step.held().equals(held) && !step.held().isEmpty()) {
            LOG.warn("The oldest volume of the raw log has to stay although its time is over: {}", step.held());
        }
        held = step.held();
        meters.forgot(step.forgotten());
    }
}
