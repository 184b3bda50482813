package dev.startide.domain.testkit.simulation;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LaneName;
import dev.startide.warehouse.mapping.SourceName;
import java.util.ArrayList;
import java.util.List;

/// One partition with its broker: delivers what it still has, and may delete what was acknowledged.
final class Topic {

    /// @param number from 1, in the order of the partition
    record Message(long number, IncomingEvent event) {}

    private final SourceName source;
    private final int partition;
    private final List<Message> messages = new ArrayList<>();
    private long last;
    private long acknowledged;

    Topic(SourceName source, int partition) {
        this.source = source;
        this.partition = partition;
    }

    SourceName source() {
        return source;
    }

    int partition() {
        return partition;
    }

    /// The lane that it is logged in.
    LaneName lane() {
        return new LaneName("%s-%d".formatted(source, partition));
    }

    void publish(IncomingEvent event) {
        messages.add(new Message(++last, event));
    }

    /// At most so many messages that come after one.
    List<Message> after(long number, int most) {
        return messages.stream()
                .filter(message -> message.number() > number)
                .limit(most)
                .toList();
    }

    /// All up to this one need not be kept for us.
    void acknowledge(long number) {
        acknowledged = Math.max(acknowledged, number);
    }

    long acknowledged() {
        return acknowledged;
    }

    void forget() {
        messages.removeIf(message -> message.number() <= acknowledged);
    }
}
