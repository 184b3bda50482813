package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Partitions of events that an [InMemoryEventSource] reads. Safe for use by many threads.
public final class InMemoryTopic {

    private final List<List<IncomingEvent>> partitions;
    private boolean isReachable = true;

    public InMemoryTopic(int partitionCount) {
        partitions = IntStream.range(0, partitionCount)
                .<List<IncomingEvent>>mapToObj(_ -> new ArrayList<>())
                .toList();
    }

    public int partitionCount() {
        return partitions.size();
    }

    public synchronized void publish(int partition, IncomingEvent event) {
        partitions.get(partition).add(event);
    }

    public synchronized void makeUnreachable() {
        isReachable = false;
    }

    public synchronized void makeReachable() {
        isReachable = true;
    }

    /// At most `limit` events of a partition, from an offset on.
    ///
    /// @throws StartideException `SOURCE_UNAVAILABLE` while it is unreachable
    synchronized List<IncomingEvent> read(int partition, int offset, int limit) {
        if (!isReachable) {
            throw StartideException.because(FailureCode.SOURCE_UNAVAILABLE, "The topic in memory cannot be reached");
        }
        List<IncomingEvent> events = partitions.get(partition);
        int from = Math.min(offset, events.size());
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }
}
