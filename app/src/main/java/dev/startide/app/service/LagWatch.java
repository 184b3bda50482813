package dev.startide.app.service;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.startide.app.metrics.LagMeters;
import dev.startide.app.settings.ServiceConfig;
import dev.startide.domain.port.inbound.ShowStatus;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures from time to time how many events wait for the load.
@Singleton
public final class LagWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);

    private final ShowStatus status;
    private final LagMeters meters;
    private final ServiceConfig settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("startide-lag").factory());

    LagWatch(ShowStatus status, LagMeters meters, ServiceConfig settings) {
        this.status = status;
        this.meters = meters;
        this.settings = settings;
    }

    /// Begins to measure, on a thread of its own.
    public void start() {
        long every = settings.lagEvery().toNanos();
        var _ = timer.scheduleWithFixedDelay(this::measure, every, every, NANOSECONDS);
    }

    @Override
    @PreDestroy
    public void close() {
        timer.shutdownNow();
    }

    /// A timer asks no more once a failure has come through to it.
    private void measure() {
        try {
            meters.show(status.lanes());
        } catch (RuntimeException failure) {
            LOG.debug("The lag cannot be measured for the time being", failure);
        }
    }
}
