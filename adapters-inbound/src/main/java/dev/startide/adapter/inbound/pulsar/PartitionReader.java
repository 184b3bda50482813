package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.Reader;
import org.apache.pulsar.client.api.Schema;
import org.apache.pulsar.client.api.schema.GenericRecord;

/// Reads a partition batch by batch, from the message after a stored position on.
///
/// Used by one thread.
final class PartitionReader implements AutoCloseable {

    /// How long to wait for the first message of a batch before the caller is asked whether to go
    /// on.
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Reader<GenericRecord> reader;
    private final MessageEvents events;
    private final PulsarConfig config;
    private PulsarPosition reached;

    private PartitionReader(
            Reader<GenericRecord> reader, MessageEvents events, PulsarConfig config, PulsarPosition reached) {
        this.reader = reader;
        this.events = events;
        this.config = config;
        this.reached = reached;
    }

    /// Messages to be logged together.
    ///
    /// @param last what may be acknowledged once they are committed
    record Batch(List<IncomingEvent> events, PulsarPosition reaches, MessageId last) {}

    /// Starts to read.
    ///
    /// The schema `AUTO_CONSUME` makes the client offer the schema of each message; the payload is
    /// taken undecoded.
    ///
    /// @throws StartideException `SOURCE_UNAVAILABLE` if the partition ends before the position
    static PartitionReader open(
            PulsarClient client, String partition, PulsarPosition after, MessageEvents events, PulsarConfig config)
            throws PulsarClientException {
        Reader<GenericRecord> reader = client.newReader(Schema.AUTO_CONSUME())
                .topic(partition)
                .startMessageId(after.readingFrom())
                .startMessageIdInclusive()
                .receiverQueueSize(config.receiverQueueSize())
                .create();
        PartitionReader opened = new PartitionReader(reader, events, config, after);
        try {
            opened.requireThatTheTopicReaches(after);
            return opened;
        } catch (PulsarClientException | RuntimeException unusable) {
            closeAfter(unusable, reader);
            throw unusable;
        }
    }

    private static void closeAfter(Exception failure, Reader<?> reader) {
        try {
            reader.close();
        } catch (IOException another) {
            failure.addSuppressed(another);
        }
    }

    /// A topic that was made anew, or another broker, numbers its messages from the beginning; all
    /// of them would be taken for old ones.
    private void requireThatTheTopicReaches(PulsarPosition after) throws PulsarClientException {
        for (MessageId id : reader.getLastMessageIds()) {
            PulsarPosition last = PulsarPosition.of(id);
            boolean isKnown = last.entry() >= 0;
            if (isKnown && (last.ledger() < after.ledger() || isInLedgerBefore(last, after))) {
                throw StartideException.because(
                        FailureCode.SOURCE_UNAVAILABLE,
                        "Topic %s ends at %s, before %s where its lane in the database stands; check that this is the broker and the topic that were read before"
                                .formatted(
                                        reader.getTopic(),
                                        last.stored().token(),
                                        after.stored().token()));
            }
        }
    }

    private static boolean isInLedgerBefore(PulsarPosition last, PulsarPosition after) {
        return last.ledger() == after.ledger() && last.entry() < after.entry();
    }

    /// The next messages, or empty if there are none for the time being.
    Optional<Batch> next() throws PulsarClientException {
        Message<GenericRecord> message = read(PATIENCE);
        if (message == null) {
            return Optional.empty();
        }
        long deadline = System.nanoTime() + config.batchMaxWait().toNanos();
        List<IncomingEvent> batch = new ArrayList<>();
        long bytes = 0;
        MessageId last = message.getMessageId();
        while (message != null) {
            last = message.getMessageId();
            bytes += take(message, batch);
            boolean isFull = batch.size() >= config.batchMaxEvents() || bytes >= config.batchMaxBytes();
            message = isFull ? null : read(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        return batch.isEmpty() ? Optional.empty() : Optional.of(new Batch(batch, reached, last));
    }

    /// Takes a message into a batch unless it is logged already, and says how many bytes that made.
    private long take(Message<GenericRecord> message, List<IncomingEvent> batch) throws PulsarClientException {
        PulsarPosition position = PulsarPosition.of(message.getMessageId());
        if (!position.isAfter(reached)) {
            return 0;
        }
        IncomingEvent event = events.of(message);
        batch.add(event);
        reached = position;
        return event.bytes();
    }

    private Message<GenericRecord> read(Duration most) throws PulsarClientException {
        return reader.readNext(Math.toIntExact(most.toMillis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws PulsarClientException {
        try {
            reader.close();
        } catch (PulsarClientException failure) {
            throw failure;
        } catch (IOException failure) {
            throw new PulsarClientException(failure);
        }
    }
}
