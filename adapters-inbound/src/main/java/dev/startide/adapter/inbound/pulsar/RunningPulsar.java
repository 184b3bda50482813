package dev.startide.adapter.inbound.pulsar;

import dev.startide.adapter.inbound.pulsar.PulsarConfig.LossyPolicies;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.EventSource.Health;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.pulsar.client.api.PulsarClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Topics that are being read: looks for their partitions from time to time, and has a thread for
/// each.
final class RunningPulsar implements EventSource.Running {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunningPulsar.class);

    /// A batch that is on its way is waited for this long. A statement may take longer than that; it
    /// then commits or not without us, which costs nothing: what was not confirmed comes again.
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(60);

    private final Feeding feeding;
    private final StopSignal stop = new StopSignal();
    private final Map<String, Fed> feeds = new ConcurrentHashMap<>();
    private final PolicyWatch policies;
    private final Thread watch;

    private volatile Health discovery;
    private long nextPolicies = System.nanoTime();

    /// A partition that is read, and by which thread.
    private record Fed(PartitionFeed feed, Thread thread) {}

    private RunningPulsar(Feeding feeding) {
        this.feeding = feeding;
        String source = feeding.source().name().value();
        this.discovery = new Health.Waiting("Looking for the partitions of %s at %s"
                .formatted(feeding.options().topics().text(), feeding.config().serviceUrl()));
        this.policies = new PolicyWatch(source, feeding.config());
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
        return Stream.concat(
                        Stream.of(discovery),
                        feeds.values().stream().map(Fed::feed).map(PartitionFeed::health))
                .reduce(new Health.Reading(), RunningPulsar::worse);
    }

    /// What the broker may do to messages that were not logged yet.
    @Override
    public List<String> warnings() {
        return policies.warnings();
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
                look();
                backoff.reset();
            } catch (PulsarClientException | RuntimeException failure) {
                discovery =
                        waiting(feeding.unavailable(feeding.options().topics().text(), failure));
                pause = backoff.next();
            }
            stop.await(pause);
        }
    }

    private void look() throws PulsarClientException {
        PulsarLookup lookup = feeding.lookup();
        List<String> topics = lookup.topics(feeding.options().topics());
        Set<String> partitions = new LinkedHashSet<>();
        for (String topic : topics) {
            partitions.addAll(lookup.partitionsOf(topic));
        }
        if (isTimeForPolicies()) {
            policies.check(topics);
        }
        boolean isRefused = feeding.config().lossyPolicies() == LossyPolicies.REFUSE
                && !policies.warnings().isEmpty();
        if (isRefused) {
            discovery = waiting(StartideException.because(
                    FailureCode.SOURCE_UNAVAILABLE, policies.warnings().getFirst()));
        } else {
            follow(partitions);
            discovery = new Health.Reading();
        }
    }

    private boolean isTimeForPolicies() {
        long now = System.nanoTime();
        boolean isTime = now >= nextPolicies;
        nextPolicies = isTime ? now + feeding.config().policiesInterval().toNanos() : nextPolicies;
        return isTime;
    }

    /// Begins with new partitions, and ends with those whose topic is no longer there.
    private void follow(Set<String> partitions) {
        partitions.stream().filter(partition -> !feeds.containsKey(partition)).forEach(this::begin);
        feeds.keySet().stream()
                .filter(partition -> !partitions.contains(partition))
                .forEach(this::end);
    }

    private void begin(String partition) {
        PartitionFeed feed = new PartitionFeed(feeding, partition, new StopSignal());
        feeds.put(
                partition,
                new Fed(feed, Thread.ofVirtual().name("pulsar-" + partition).start(feed)));
    }

    private void end(String partition) {
        LOGGER.atWarn()
                .addKeyValue("source", feeding.source().name())
                .addKeyValue("lane", partition)
                .log("topic was deleted; what was logged of it stays");
        Optional.ofNullable(feeds.remove(partition)).ifPresent(fed -> fed.feed().end());
    }

    private Health waiting(StartideException known) {
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
        feeds.values().forEach(fed -> fed.feed().end());
        try {
            boolean ended = watch.join(CLOSE_LIMIT);
            for (Fed fed : ended ? List.copyOf(feeds.values()) : List.<Fed>of()) {
                fed.feed().end();
                ended &= fed.thread().join(CLOSE_LIMIT);
            }
            if (!ended) {
                LOGGER.atWarn().addKeyValue("source", feeding.source().name()).log("source did not stop in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
