package dev.startide.adapter.inbound.pulsar;

import static dev.startide.adapter.inbound.pulsar.PulsarBench.backlog;
import static dev.startide.adapter.inbound.pulsar.PulsarBench.source;
import static dev.startide.adapter.inbound.pulsar.PulsarBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.inbound.testing.Eventually;
import dev.startide.dev.TestPulsar;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.PayloadLimits;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.pulsar.client.api.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PulsarSourceIT {

    private PulsarBench bench;

    @BeforeEach
    void connect() throws Exception {
        bench = new PulsarBench(TestPulsar.serviceUrl());
    }

    @AfterEach
    void disconnect() throws Exception {
        bench.close();
    }

    @Test
    void logsTheMessagesOfAPlainTopicInTheirOrder() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("plain");
        bench.send(topic, 0, 1_000);

        // When
        bench.start(topic);

        // Then
        bench.awaitLogged(1_000);
        assertThat(bench.logged()).isEqualTo(texts(0, 1_000));
        assertThat(bench.lanes()).containsExactly(topic);
        Eventually.until("everything is acknowledged", () -> backlog(topic) == 0);
    }

    @Test
    void givesEachPartitionALaneAndFindsPartitionsThatAreAddedLater() throws Exception {
        // Given
        String topic = TestPulsar.freshPartitionedTopic("partitioned", 2);
        bench.send(topic, 0, 200);
        bench.start(topic);
        bench.awaitLogged(200);

        // When
        PulsarBench.admin("POST", "/admin/v2/%s/partitions".formatted(topic.replace("://", "/")), "4");
        bench.send(topic, 200, 600);

        // Then
        bench.awaitLogged(600);
        assertThat(bench.logged()).containsExactlyInAnyOrderElementsOf(texts(0, 600));
        assertThat(bench.lanes())
                .containsExactlyInAnyOrder(
                        topic + "-partition-0", topic + "-partition-1", topic + "-partition-2", topic + "-partition-3");
    }

    @Test
    void keepsKeyPropertiesAndTimesAsHeaders() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("headers");
        try (Producer<byte[]> producer =
                bench.client().newProducer().topic(topic).create()) {
            producer.newMessage()
                    .key("k-1")
                    .property("ce-id", "e-1")
                    .property("ce-source", "/shop")
                    .eventTime(1_700_000_000_123L)
                    .value("{}".getBytes(StandardCharsets.UTF_8))
                    .send();
        }

        // When
        bench.start(topic);

        // Then
        bench.awaitLogged(1);
        IncomingEvent event = bench.events().getFirst();
        assertThat(event.identity()).isEqualTo(new Identity.Given("/shop e-1"));
        assertThat(event.headers())
                .containsEntry("pulsar-key", "k-1")
                .containsEntry("ce-id", "e-1")
                .containsEntry("pulsar-event-time", "2023-11-14T22:13:20.123Z");
        assertThat(Instant.parse(event.headers().get("pulsar-publish-time"))).isAfter("2025-01-01T00:00:00Z");
    }

    @Test
    void goesOnAfterTheStoredPositionWhenItIsStartedAgain() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("restart");
        bench.send(topic, 0, 500);
        bench.start(source(topic, PayloadFormat.JSON), 7);
        bench.awaitLogged(200);
        bench.stopAll();

        // When
        bench.start(source(topic, PayloadFormat.JSON), 7);
        bench.send(topic, 500, 600);

        // Then
        bench.awaitLogged(600);
        assertThat(bench.logged()).isEqualTo(texts(0, 600));
    }

    @Test
    void believesTheDatabaseWhereTheBrokerIsAhead() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("restored");
        bench.send(topic, 0, 50);
        bench.start(topic);
        bench.awaitLogged(50);
        SourcePosition position = bench.position();
        bench.send(topic, 50, 100);
        bench.awaitLogged(100);
        Eventually.until("everything is acknowledged", () -> backlog(topic) == 0);
        bench.stopAll();

        // When
        try (var restored = new PulsarBench(TestPulsar.serviceUrl())) {
            restored.standAt(topic, position);
            restored.start(topic);

            // Then
            restored.awaitLogged(50);
            assertThat(restored.logged()).isEqualTo(texts(50, 100));
        }
    }

    @Test
    void logsATombstoneWithoutPayload() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("tombstone");
        try (Producer<byte[]> producer =
                bench.client().newProducer().topic(topic).create()) {
            producer.newMessage().key("gone").value(null).send();
        }

        // When
        bench.start(topic);

        // Then
        bench.awaitLogged(1);
        assertThat(bench.logged()).containsExactly("");
        assertThat(bench.events().getFirst().headers()).containsEntry("pulsar-key", "gone");
    }

    @Test
    void isNotStoppedByAMessageThatIsTooLarge() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("oversized");
        byte[] oversized = new byte[PayloadLimits.MAX_BYTES + 1];
        try (Producer<byte[]> producer = bench.client()
                .newProducer()
                .topic(topic)
                .enableBatching(false)
                .enableChunking(true)
                .chunkMaxMessageSize(1_000_000)
                .create()) {
            producer.send(oversized);
        }
        bench.send(topic, 0, 1);
        bench.start(topic);
        bench.awaitLogged(2);
        bench.stopAll();
        bench.send(topic, 1, 2);

        // When
        bench.start(topic);

        // Then
        bench.awaitLogged(3);
        assertThat(bench.events()).extracting(IncomingEvent::bytes).containsExactly(oversized.length, 7, 7);
    }

    @Test
    void waitsForATopicThatDoesNotExist() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("missing");
        var running = bench.start(topic);
        Eventually.until(
                "the topic is missed",
                () -> running.health() instanceof Health.Waiting(String reason)
                        && reason.contains("that the topic exists"));

        // When
        bench.send(topic, 0, 1);

        // Then
        bench.awaitLogged(1);
        Eventually.until("it reads", () -> running.health() instanceof Health.Reading);
    }

    @Test
    void waitsWhenTheTopicEndsBeforeTheStoredPosition() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("recreated");
        bench.send(topic, 0, 1);
        bench.standAt(topic, new SourcePosition("9000000000:0:-1:-1"));

        // When
        var running = bench.start(topic);

        // Then
        Eventually.until(
                "it says so",
                () -> running.health() instanceof Health.Waiting(String reason)
                        && reason.contains("check that this is the broker"));
        assertThat(bench.logged()).isEqualTo(List.of());
    }
}
