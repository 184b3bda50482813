package dev.startide.sample.tpch.publish;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.dev.TestPulsar;
import dev.startide.sample.tpch.Delivery;
import dev.startide.sample.tpch.OrderPlaced;
import dev.startide.sample.tpch.PartChanged;
import dev.startide.sample.tpch.TpchEvent;
import dev.startide.sample.tpch.TpchEvents;
import dev.startide.sample.tpch.TpchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.Schema;
import org.apache.pulsar.client.api.SubscriptionInitialPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TpchPublisherIT {

    private static final TpchEvents EVENTS = TpchEvents.of(TpchSettings.DEMO.withScale(0.001));

    private EventReceiver receiver;
    private TpchTargets targets;

    @BeforeEach
    void start() throws IOException {
        receiver = new EventReceiver();
        targets = new TpchTargets(
                URI.create(TestPulsar.serviceUrl()),
                URI.create(TestPulsar.adminUrl()),
                receiver.address(),
                TestPulsar.freshTopic("tpch") + "-");
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void bringsEveryEventToItsPlace() throws InterruptedException, PulsarClientException {
        // Given
        List<TpchEvent> events = EVENTS.delivered(Delivery.LATE_AND_DOUBLED);
        Progress progress = new Progress(events.size());

        // When
        new TpchPublisher(targets).publish(events, progress);

        // Then
        assertThat(progress.published()).isEqualTo(events.size());
        assertThat(receiver.events)
                .hasSize(EVENTS.set().customers().size()
                        + EVENTS.set().suppliers().size());
        assertThat(messagesOf(targets.ordersTopic())).hasSameElementsAs(encodedOrders(events));
        assertThat(messagesOf(targets.partsTopic())).hasSameElementsAs(encodedParts(events));
    }

    @Test
    void writesBothVersionsOfTheOrderIntoOneTopicWithPartitions() throws InterruptedException, PulsarClientException {
        // Given
        List<TpchEvent> events = List.copyOf(EVENTS.set().orders());

        // When
        new TpchPublisher(targets).publish(events, new Progress(events.size()));

        // Then
        List<Message<byte[]>> messages = read(targets.ordersTopic());
        assertThat(messages.stream()
                        .map(message ->
                                ByteBuffer.wrap(message.getSchemaVersion()).getLong())
                        .collect(toSet()))
                .hasSize(2);
        assertThat(messages.stream().map(Message::getTopicName).collect(toSet()))
                .hasSize(TpchTargets.PARTITIONS);
        assertThat(messages).allMatch(Message::hasKey);
    }

    @Test
    void canBeStartedAgainFromTheCommandLine() {
        // Given
        String[] arguments = {
            "--pulsar", targets.pulsar().toString(),
            "--pulsar-admin", targets.pulsarAdmin().toString(),
            "--http", targets.http().toString(),
            "--topic-prefix", targets.topicPrefix(),
            "--scale", "0.001",
            "--delivery", "in_order"
        };
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        // When
        int[] exits = {
            PublishTpch.run(new PrintWriter(out), new PrintWriter(err), arguments),
            PublishTpch.run(new PrintWriter(out), new PrintWriter(err), arguments)
        };

        // Then
        int events = EVENTS.set().inOrder().size();
        assertThat(exits).as(err.toString()).containsOnly(0);
        assertThat(out.toString())
                .endsWith("{\"done\":true,\"published\":%d,\"total\":%d}\n".formatted(events, events));
        assertThat(receiver.events).hasSize(receiver.arrivals.get() / 2);
    }

    @Test
    void refusesAnOrderTopicWithoutPartitions() throws PulsarClientException {
        // Given
        try (PulsarClient client = client()) {
            client.newProducer().topic(targets.ordersTopic()).create().close();
        }

        // When
        var refusal = assertThatThrownBy(() -> TpchTopics.create(targets));

        // Then
        refusal.isInstanceOf(PublishingFailed.class).hasMessageContaining("exists without partitions");
    }

    private static Set<String> encodedOrders(List<TpchEvent> events) {
        return events.stream()
                .filter(OrderPlaced.class::isInstance)
                .map(event -> Arrays.toString(OrderAvro.encode((OrderPlaced) event)))
                .collect(toSet());
    }

    private static Set<String> encodedParts(List<TpchEvent> events) {
        return events.stream()
                .filter(PartChanged.class::isInstance)
                .map(event -> Arrays.toString(EventJson.encode(event)))
                .collect(toSet());
    }

    private Set<String> messagesOf(String topic) throws PulsarClientException {
        return read(topic).stream()
                .map(message -> Arrays.toString(message.getData()))
                .collect(toSet());
    }

    private List<Message<byte[]>> read(String topic) throws PulsarClientException {
        List<Message<byte[]>> messages = new ArrayList<>();
        try (PulsarClient client = client();
                var consumer = client.newConsumer(Schema.BYTES)
                        .topic(topic)
                        .subscriptionName("check")
                        .subscriptionInitialPosition(SubscriptionInitialPosition.Earliest)
                        .subscribe()) {
            for (var message = consumer.receive(10, TimeUnit.SECONDS);
                    message != null;
                    message = consumer.receive(2, TimeUnit.SECONDS)) {
                messages.add(message);
            }
        }
        return messages;
    }

    private PulsarClient client() throws PulsarClientException {
        return PulsarClient.builder().serviceUrl(targets.pulsar().toString()).build();
    }
}
