package dev.startide.adapter.inbound.pulsar;

import java.time.Duration;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.ConsumerEventListener;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.Schema;
import org.apache.pulsar.client.api.SubscriptionInitialPosition;
import org.apache.pulsar.client.api.SubscriptionType;

/// A place in the Failover subscription of one partition: it says whose turn it is to read, and
/// tells the broker what has been committed. It receives no messages, because its queue has no
/// room for any.
///
/// Used by one thread.
final class Seat implements AutoCloseable {

    private final Consumer<byte[]> consumer;
    private final Turn turn;

    private Seat(Consumer<byte[]> consumer, Turn turn) {
        this.consumer = consumer;
        this.turn = turn;
    }

    /// Subscribes. A subscription that is new holds everything that the topic still has.
    static Seat take(PulsarClient client, String partition, String subscription) throws PulsarClientException {
        Turn turn = new Turn();
        Consumer<byte[]> consumer = client.newConsumer(Schema.BYTES)
                .topic(partition)
                .subscriptionName(subscription)
                .subscriptionType(SubscriptionType.Failover)
                .subscriptionInitialPosition(SubscriptionInitialPosition.Earliest)
                .receiverQueueSize(0)
                .consumerEventListener(turn)
                .subscribe();
        return new Seat(consumer, turn);
    }

    /// Whether it is our turn, as far as we know; the lane's epoch knows better.
    boolean hasTurn() {
        return turn.isOurs() && isConnected();
    }

    boolean isConnected() {
        return consumer.isConnected();
    }

    /// Waits until it may be our turn.
    void awaitTurn(Duration most) throws InterruptedException {
        turn.await(most);
    }

    /// Tells the broker that everything up to this message is committed. It need not arrive: the
    /// next one says it again.
    void acknowledge(MessageId last) throws PulsarClientException {
        consumer.acknowledgeCumulative(last);
    }

    @Override
    public void close() throws PulsarClientException {
        consumer.close();
    }

    /// Hears from the broker, on the client's threads.
    private static final class Turn implements ConsumerEventListener {

        private static final long serialVersionUID = 1L;
        private static final long NANOS_PER_MILLI = 1_000_000;

        private boolean ours;

        @Override
        public synchronized void becameActive(Consumer<?> consumer, int partition) {
            ours = true;
            notifyAll();
        }

        @Override
        public synchronized void becameInactive(Consumer<?> consumer, int partition) {
            ours = false;
        }

        synchronized boolean isOurs() {
            return ours;
        }

        synchronized void await(Duration most) throws InterruptedException {
            long deadline = System.nanoTime() + most.toNanos();
            for (long left = most.toMillis(); !ours && left > 0; left = millisUntil(deadline)) {
                wait(left);
            }
        }

        private static long millisUntil(long deadline) {
            return (deadline - System.nanoTime()) / NANOS_PER_MILLI;
        }
    }
}
