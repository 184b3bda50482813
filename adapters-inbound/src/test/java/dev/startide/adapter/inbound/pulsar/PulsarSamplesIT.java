package dev.startide.adapter.inbound.pulsar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.startide.dev.TestPulsar;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.failure.StartideException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PulsarSamplesIT {

    private PulsarBench bench;
    private PulsarConnection connection;
    private PulsarSamples samples;

    @BeforeEach
    void connect() throws Exception {
        bench = new PulsarBench(TestPulsar.serviceUrl());
        PulsarConfig config = PulsarBench.config(TestPulsar.serviceUrl(), 100);
        connection = new PulsarConnection(config);
        samples = new PulsarSamples(connection, config, Clock.systemUTC());
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
        bench.close();
    }

    @Test
    void readsTheOldestMessagesOfEachPartition() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("sampled");
        PulsarBench.admin("PUT", "/admin/v2/%s/partitions".formatted(topic.replace("://", "/")), "2");
        bench.send(topic, 0, 40);

        // When
        List<IncomingEvent> some = samples.read(topic, 10);
        List<IncomingEvent> all = samples.read(topic, 1_000);

        // Then
        assertThat(some).hasSize(10);
        assertThat(all.stream().map(PulsarBench::text).toList())
                .containsExactlyInAnyOrderElementsOf(PulsarBench.texts(0, 40));
    }

    @Test
    void leavesNoSubscriptionBehind() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("sampled");
        bench.send(topic, 0, 3);

        // When
        samples.read(topic, 10);

        // Then
        String subscriptions =
                PulsarBench.admin("GET", "/admin/v2/%s/subscriptions".formatted(topic.replace("://", "/")), "");
        assertThat(subscriptions).isEqualTo("[]");
    }

    @Test
    void saysThatABrokerIsAway() {
        // Given
        PulsarConfig config = PulsarBench.config("pulsar://127.0.0.1:1", 100);
        var away = new PulsarSamples(new PulsarConnection(config), config, Clock.systemUTC());

        // When
        var failure = assertThatExceptionOfType(StartideException.class)
                .isThrownBy(() -> away.read("persistent://public/default/orders", 10));

        // Then
        failure.withMessageContaining("Topic persistent://public/default/orders cannot be read from Pulsar");
    }
}
