package dev.startide.app.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;

/// Tells of sales on a topic, however often the broker goes away meanwhile.
final class Stall implements AutoCloseable {

    private final PulsarClient client;
    private final Producer<byte[]> producer;

    private Stall(PulsarClient client, Producer<byte[]> producer) {
        this.client = client;
        this.producer = producer;
    }

    static Stall at(String serviceUrl, String topic) throws PulsarClientException {
        PulsarClient client = PulsarClient.builder()
                .serviceUrl(serviceUrl)
                .maxBackoffInterval(1, TimeUnit.SECONDS)
                .build();
        return new Stall(
                client,
                client.newProducer()
                        .topic(topic)
                        .blockIfQueueFull(true)
                        .sendTimeout(0, TimeUnit.SECONDS)
                        .create());
    }

    /// Begins to send. The client sends again what the broker did not confirm.
    void tell(List<Orchard.Event> events) {
        for (Orchard.Event event : events) {
            var _ = producer.newMessage()
                    .key(event.id())
                    .value(event.data().getBytes(UTF_8))
                    .sendAsync();
        }
    }

    /// Waits until the broker has everything.
    void flush() throws PulsarClientException {
        producer.flush();
    }

    @Override
    public void close() throws PulsarClientException {
        client.shutdown();
    }
}
