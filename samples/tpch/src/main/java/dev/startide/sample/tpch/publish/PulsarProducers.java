package dev.startide.sample.tpch.publish;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.startide.sample.tpch.OrderPlaced;
import dev.startide.sample.tpch.PartChanged;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.Schema;

/// Orders and parts to Pulsar. Each version of the order schema has its own producer on the one
/// topic.
final class PulsarProducers implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 30;
    private static final int BATCHING_MILLIS = 5;

    private final InFlight inFlight;
    private final PulsarClient client;
    private final Producer<byte[]> firstOrders;
    private final Producer<byte[]> secondOrders;
    private final Producer<byte[]> parts;

    private PulsarProducers(TpchTargets targets, InFlight inFlight, PulsarClient client) throws PulsarClientException {
        this.inFlight = inFlight;
        this.client = client;
        this.firstOrders = producer(targets.ordersTopic(), new AvroBytes(OrderSchema.FIRST.schema()));
        this.secondOrders = producer(targets.ordersTopic(), new AvroBytes(OrderSchema.SECOND.schema()));
        this.parts = producer(targets.partsTopic(), Schema.BYTES);
    }

    static PulsarProducers connect(TpchTargets targets, InFlight inFlight) {
        try {
            PulsarClient client = PulsarClient.builder()
                    .serviceUrl(targets.pulsar().toString())
                    .operationTimeout(TIMEOUT_SECONDS, SECONDS)
                    .build();
            try {
                return new PulsarProducers(targets, inFlight, client);
            } catch (PulsarClientException e) {
                client.shutdown();
                throw e;
            }
        } catch (PulsarClientException e) {
            throw new PublishingFailed(
                    "Cannot open producers at %s (%s)".formatted(targets.pulsar(), e.getMessage()), e);
        }
    }

    void send(OrderPlaced order) throws InterruptedException {
        Producer<byte[]> producer = switch (OrderSchema.of(order)) {
            case FIRST -> firstOrders;
            case SECOND -> secondOrders;
        };
        var message = producer.newMessage()
                .key(Long.toString(order.orderId()))
                .eventTime(order.placedAt().toEpochMilli())
                .value(OrderAvro.encode(order));
        inFlight.send(1, message::sendAsync);
    }

    void send(PartChanged part) throws InterruptedException {
        var message = parts.newMessage()
                .key(Long.toString(part.partId()))
                .eventTime(part.changedAt().toEpochMilli())
                .value(EventJson.encode(part));
        inFlight.send(1, message::sendAsync);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (PulsarClientException e) {
            throw new PublishingFailed("Cannot close the connection to Pulsar (%s)".formatted(e.getMessage()), e);
        }
    }

    private Producer<byte[]> producer(String topic, Schema<byte[]> schema) throws PulsarClientException {
        return client.newProducer(schema)
                .topic(topic)
                .sendTimeout(TIMEOUT_SECONDS, SECONDS)
                .batchingMaxPublishDelay(BATCHING_MILLIS, MILLISECONDS)
                .blockIfQueueFull(true)
                .create();
    }
}
