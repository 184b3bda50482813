package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.EventSource.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A topic that is being read: looks for its partitions from time to time, and has a thread for
/// each.
final class RunningPulsar implements EventSource.Running {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunningPulsar.class);

    /// A batch that is on its way is waited for this long. A statement may take longer than that; it
    /// then commits or not without us, which costs nothing: what was not confirmed comes again.
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(60);

    private final Feeding feeding;
    private final StopSignal stop = new StopSignal();
    private final Map<String, PartitionFeed> feeds = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Thread watch;

    private volatile Health discovery;

    private RunningPulsar(Feeding feeding) {
        this.feeding = feeding;
        String source = feeding.source().name().value();
        this.discovery = new Health.Waiting("Looking for the partitions of %s at %s"
                .formatted(feeding.options().topic(), feeding.config().serviceUrl()));
        this.watch = Thread.ofVirtual().name("pulsar-" + source).unstarted(this::watch);
    }

    static RunningPulsar start(Feeding feeding) {
        RunningPulsar running = new RunningPulsar(feeding);
        running.watch.start();
        return running;
    }

    /// Stopped if any partition is, else waiting if any is.
    @Override
    public Health health() {
        Collection<PartitionFeed> all = feeds.values();
        return Stream.concat(Stream.of(discovery), all.stream().map(PartitionFeed::health))
                .reduce(new Health.Reading(), RunningPulsar::worse);
    }

    private static Health worse(Health one, Health other) {
        return switch (one) {
            case Health.Stopped _ -> one;
            case Health.Waiting _ -> other instanceof Health.Stopped ? other : one;
            case Health.Reading _ -> other;
        };
    }

    private void watch() {
        try {
            lookForPartitions();
        } catch (Throwable broken) {
            LOGGER.atError()
                    .addKeyValue("source", feeding.source().name())
                    .setCause(broken)
                    .log("partitions are looked for no longer");
            discovery = new Health.Stopped("Looking for partitions broke off: " + broken);
        }
    }

    private void lookForPartitions() {
        Backoff backoff = feeding.newBackoff();
        while (!stop.isRaised()) {
            Duration pause = feeding.config().partitionsInterval();
            try {
                partitions().forEach(this::follow);
                discovery = new Health.Reading();
                backoff.reset();
            } catch (InterruptedException interrupted) {
                stop.raise();
            } catch (ExecutionException | TimeoutException | RuntimeException failure) {
                discovery = waiting(failure);
                pause = backoff.next();
            }
            stop.await(pause);
        }
    }

    private List<String> partitions() throws InterruptedException, ExecutionException, TimeoutException {
        long limit = feeding.config().operationTimeout().multipliedBy(2).toMillis();
        return feeding.client()
                .getPartitionsForTopic(feeding.options().topic(), false)
                .get(limit, TimeUnit.MILLISECONDS);
    }

    private void follow(String partition) {
        if (!feeds.containsKey(partition)) {
            PartitionFeed feed = new PartitionFeed(feeding, partition, stop);
            feeds.put(partition, feed);
            threads.add(Thread.ofVirtual().name("pulsar-" + partition).start(feed));
        }
    }

    private Health waiting(Exception failure) {
        Exception complaint = failure.getCause() instanceof Exception cause ? cause : failure;
        StartideException known = feeding.unavailable(feeding.options().topic(), complaint);
        Health now = new Health.Waiting(String.valueOf(known.getMessage()));
        if (!now.equals(discovery)) {
            LOGGER.atWarn()
                    .addKeyValue("source", feeding.source().name())
                    .addKeyValue("failure", known.code())
                    .log("source waits: {}", known.getMessage());
        }
        return now;
    }

    @Override
    public void close() {
        stop.raise();
        try {
            boolean ended = watch.join(CLOSE_LIMIT);
            for (Thread thread : ended ? threads : List.<Thread>of()) {
                ended &= thread.join(CLOSE_LIMIT);
            }
            if (!ended) {
                LOGGER.atWarn().addKeyValue("source", feeding.source().name()).log("source did not stop in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
