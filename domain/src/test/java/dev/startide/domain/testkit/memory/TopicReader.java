package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Reads one partition into one lane, on a thread of its own.
final class TopicReader {

    private static final int BATCH = 64;
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final InMemoryTopic topic;
    private final int partition;
    private final Source source;
    private final IngestEvents ingest;
    private final Thread thread;
    private volatile Health health = new Health.Reading();
    private volatile boolean isClosed;

    private TopicReader(InMemoryTopic topic, int partition, Source source, IngestEvents ingest) {
        this.topic = topic;
        this.partition = partition;
        this.source = source;
        this.ingest = ingest;
        this.thread = Thread.ofVirtual().unstarted(this::run);
    }

    static TopicReader started(InMemoryTopic topic, int partition, Source source, IngestEvents ingest) {
        TopicReader reader = new TopicReader(topic, partition, source, ingest);
        reader.thread.start();
        return reader;
    }

    Health health() {
        return health;
    }

    /// Waits for the batch that is on its way.
    void close() {
        isClosed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Optional<OpenLane> lane = Optional.empty();
        while (!isClosed && !(health instanceof Health.Stopped)) {
            lane = step(lane);
        }
    }

    /// Reads one batch. After a failure the lane is let go of, so that it is opened anew.
    private Optional<OpenLane> step(Optional<OpenLane> before) {
        try {
            OpenLane lane = before.orElseGet(() -> ingest.open(source.name(), new LaneName("partition-" + partition)));
            int offset = offsetOf(lane.position());
            List<IncomingEvent> events = topic.read(partition, offset, BATCH);
            health = new Health.Reading();
            if (events.isEmpty()) {
                LockSupport.parkNanos(PAUSE.toNanos());
                return Optional.of(lane);
            }
            SourcePosition reaches = new SourcePosition(Integer.toString(offset + events.size()));
            return Optional.of(
                    ingest.ingest(new IngestBatch(lane, events, reaches)).lane());
        } catch (StartideException failure) {
            health = failure.handling().mayPass()
                    ? new Health.Waiting(failure.getMessage())
                    : new Health.Stopped(failure.getMessage());
            LockSupport.parkNanos(PAUSE.toNanos());
            return Optional.empty();
        }
    }

    private static int offsetOf(SourcePosition position) {
        return position.equals(SourcePosition.START) ? 0 : Integer.parseInt(position.token());
    }
}
