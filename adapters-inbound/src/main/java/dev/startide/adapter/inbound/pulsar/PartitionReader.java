package dev.startide.adapter.inbound.pulsar;

import dev.startide.adapter.inbound.pulsar.PulsarPosition.Entry;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.impl.ConsumerImpl;
import org.apache.pulsar.client.impl.MessageIdImpl;

/// Reads a partition batch by batch, from the message after a stored position on.
///
/// Used by one thread.
final class PartitionReader implements AutoCloseable {

    /// How long to wait for the first message of a batch before the caller is asked whether to go
    /// on.
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /// What ends a topic may be nothing that is ever handed out.
    private static final int MOST_ASKED = 100;

    private final Consumer<byte[]> consumer;
    private final MessageEvents events;
    private final PulsarConfig config;
    private final OpenChunks chunks;
    private final long connectedSince;
    private PulsarPosition reached;
    private int asked;

    private PartitionReader(
            Consumer<byte[]> consumer, MessageEvents events, PulsarConfig config, PulsarPosition reached) {
        this.consumer = consumer;
        this.events = events;
        this.config = config;
        this.chunks = new OpenChunks(consumer);
        this.connectedSince = consumer.getLastDisconnectedTimestamp();
        this.reached = reached;
    }

    /// Messages to be logged together.
    ///
    /// @param first where the first of them stands
    /// @param done what may be acknowledged once they are committed, if anything
    record Batch(List<IncomingEvent> events, PulsarPosition first, PulsarPosition reaches, Optional<MessageId> done) {}

    /// Starts to read.
    ///
    /// @param reading has no subscription position of its own yet
    /// @throws StartideException `SOURCE_UNAVAILABLE` if the partition ends before the position
    static PartitionReader open(
            Consumer<byte[]> reading, PulsarPosition after, MessageEvents events, PulsarConfig config)
            throws PulsarClientException {
        try {
            if (!after.isStart()) {
                requireThatTheTopicReaches(after, reading);
                reading.seek(after.readingFrom());
            }
            PartitionReader opened = new PartitionReader(reading, events, config, after);
            reading.resume();
            return opened;
        } catch (PulsarClientException | RuntimeException unusable) {
            closeAfter(unusable, reading);
            throw unusable;
        }
    }

    private static void closeAfter(Exception failure, Consumer<?> consumer) {
        try {
            consumer.close();
        } catch (PulsarClientException another) {
            failure.addSuppressed(another);
        }
    }

    /// A topic that was made anew, or another broker, numbers its messages from the beginning; all
    /// of them would be taken for old ones.
    private static void requireThatTheTopicReaches(PulsarPosition after, Consumer<?> consumer)
            throws PulsarClientException {
        for (MessageId id : consumer.getLastMessageIds()) {
            PulsarPosition last = PulsarPosition.of(id);
            if (last.entry() >= 0 && last.at().compareTo(after.at()) < 0) {
                throw StartideException.because(
                        FailureCode.SOURCE_UNAVAILABLE,
                        "Topic %s ends at %s, before %s where its lane in the database stands; check that this is the broker and the topic that were read before"
                                .formatted(
                                        consumer.getTopic(),
                                        last.stored().token(),
                                        after.stored().token()));
            }
        }
    }

    /// Whether the connection has held since this was opened. The client connects anew by itself,
    /// and goes on after the last message that it handed out; messages whose chunks stand around
    /// that one would be lost.
    boolean isWhole() {
        return consumer.getLastDisconnectedTimestamp() == connectedSince;
    }

    /// The next messages, or empty if there are none for the time being.
    Optional<Batch> next() throws PulsarClientException {
        PulsarPosition before = reached;
        Message<byte[]> message = read(PATIENCE);
        if (message == null) {
            return Optional.empty();
        }
        long deadline = System.nanoTime() + config.batchMaxWait().toNanos();
        List<IncomingEvent> batch = new ArrayList<>();
        PulsarPosition first = before;
        long bytes = 0;
        MessageId last = message.getMessageId();
        while (message != null) {
            last = message.getMessageId();
            bytes += take(message, batch);
            first = batch.size() == 1 && first.equals(before) ? reached : first;
            boolean isFull = batch.size() >= config.batchMaxEvents() || bytes >= config.batchMaxBytes();
            message = isFull ? null : read(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        var _ = consumer.acknowledgeCumulativeAsync(last);
        return batch.isEmpty() || !isWhole() ? Optional.empty() : Optional.of(batch(batch, before, first, last));
    }

    /// Reading begins one batch earlier than it has to, because of those open messages that are not
    /// seen, and with the oldest one that is.
    private Batch batch(List<IncomingEvent> events, PulsarPosition before, PulsarPosition first, MessageId last) {
        Entry wanted = before.isStart() ? first.at() : before.at();
        Optional<Entry> oldest = chunks.oldest();
        Entry from = chunks.wholeFrom(
                oldest.filter(open -> open.compareTo(wanted) < 0).orElse(wanted));
        return new Batch(
                events, first, reached.beginningAt(from), oldest.isEmpty() ? Optional.of(last) : before(oldest.get()));
    }

    private Optional<MessageId> before(Entry open) {
        return open.entry() == 0
                ? Optional.empty()
                : Optional.of(new MessageIdImpl(open.ledger(), open.entry() - 1, reached.partition()));
    }

    /// Takes a message into a batch unless it is logged already, and says how many bytes that made.
    private long take(Message<byte[]> message, List<IncomingEvent> batch) throws PulsarClientException {
        chunks.wasRead(message.getMessageId());
        PulsarPosition position = PulsarPosition.of(message.getMessageId());
        if (!position.isAfter(reached)) {
            return 0;
        }
        IncomingEvent event = events.of(message);
        batch.add(event);
        reached = position;
        return event.bytes();
    }

    private Message<byte[]> read(Duration most) throws PulsarClientException {
        return consumer.receive(Math.toIntExact(most.toMillis()), TimeUnit.MILLISECONDS);
    }

    /// Asks for a message more if the topic goes on and nothing comes: the client forgets that it
    /// asked for one whose beginning it had not seen.
    void askAgain() throws PulsarClientException {
        boolean goesOn = consumer.getLastMessageIds().stream()
                .map(PulsarPosition::of)
                .anyMatch(last -> last.entry() >= 0 && last.at().compareTo(reached.at()) > 0);
        if (goesOn && asked < MOST_ASKED) {
            asked++;
            ((ConsumerImpl<?>) consumer).increaseAvailablePermits(1);
        }
    }

    @Override
    public void close() throws PulsarClientException {
        consumer.close();
    }
}
