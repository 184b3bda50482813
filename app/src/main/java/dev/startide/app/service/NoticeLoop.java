package dev.startide.app.service;

import dev.startide.app.settings.ServiceConfig;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.SendNotices;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends notices of quarantined events, on a thread of its own, until it is told to stop. Whatever
/// goes wrong is tried again, ever more slowly, and stops nothing else.
final class NoticeLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeLoop.class);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final SendNotices notices;
    private final Backoff backoff;
    private final CountDownLatch stop = new CountDownLatch(1);
    private boolean isFailing;

    NoticeLoop(SendNotices notices, ServiceConfig settings) {
        this.notices = notices;
        this.backoff = new Backoff(settings.retryFirst(), settings.retryMost(), RandomGenerator.getDefault());
    }

    @Override
    public void run() {
        while (stop.getCount() > 0) {
            pause(step());
        }
    }

    void stop() {
        stop.countDown();
    }

    private Duration step() {
        try {
            int sent = notices.next();
            backoff.reset();
            isFailing = false;
            return sent == 0 ? IDLE : Duration.ZERO;
        } catch (StartideException failure) {
            if (!isFailing) {
                LOG.atWarn().addKeyValue("failure", failure.code()).log("{} Trying again.", failure.getMessage());
            }
            isFailing = true;
            LOG.debug("The failure in full", failure);
            return backoff.next();
        }
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
}
