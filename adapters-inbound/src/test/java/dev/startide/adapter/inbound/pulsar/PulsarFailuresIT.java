package dev.startide.adapter.inbound.pulsar;

import static dev.startide.adapter.inbound.pulsar.PulsarBench.backlog;
import static dev.startide.adapter.inbound.pulsar.PulsarBench.source;
import static dev.startide.adapter.inbound.pulsar.PulsarBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.inbound.testing.Eventually;
import dev.startide.dev.PulsarServer;
import dev.startide.dev.TestPulsar;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.domain.testkit.memory.RecordingIngest.Fault;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulsarFailuresIT {

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
    void losesAndDoublesNothingWhenLoggingFailsInBetween() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("failing");
        bench.send(topic, 0, 300);
        bench.ingest.failNext(Fault.BEFORE_COMMIT, Fault.AFTER_COMMIT, Fault.FENCED, Fault.AFTER_COMMIT);

        // When
        bench.start(source(topic, PayloadFormat.JSON), 40);

        // Then
        bench.awaitLogged(300);
        assertThat(bench.logged()).isEqualTo(texts(0, 300));
        Eventually.until("everything is acknowledged", () -> backlog(topic) == 0);
    }

    @Test
    void acknowledgesNothingBeforeItIsCommitted() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("uncommitted");
        bench.held.hold();
        bench.start(topic);
        bench.send(topic, 0, 60);
        Eventually.until("a batch is on its way", () -> bench.held.waiting() > 0);

        // When
        long before = backlog(topic);
        bench.held.release();

        // Then
        assertThat(before).isPositive();
        Eventually.until("everything is acknowledged", () -> backlog(topic) == 0);
    }

    @Test
    void handsAPartitionToTheInstanceThatIsLeft() throws Exception {
        // Given
        String topic = TestPulsar.freshPartitionedTopic("failover", 4);
        var first = bench.start(topic);
        bench.send(topic, 0, 200);
        bench.awaitLogged(200);
        bench.start(topic);
        bench.send(topic, 200, 400);
        bench.awaitLogged(400);

        // When
        first.close();
        bench.send(topic, 400, 600);

        // Then
        bench.awaitLogged(600);
        assertThat(bench.logged()).containsExactlyInAnyOrderElementsOf(texts(0, 600));
        assertThat(bench.ingest.timesOpened())
                .as("each partition changes hands twice at most")
                .isLessThanOrEqualTo(12);
    }

    @Test
    void takesOverFromAnInstanceThatDoesNotKnowItYet() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("zombie");
        bench.start(topic);
        bench.send(topic, 0, 50);
        bench.awaitLogged(50);

        // When
        bench.ingest.open(PulsarBench.ORDERS, new LaneName(topic));
        bench.send(topic, 50, 100);

        // Then
        bench.awaitLogged(100);
        assertThat(bench.logged()).isEqualTo(texts(0, 100));
    }

    @Test
    void waitsForABrokerThatCannotBeReached() throws Exception {
        // Given
        String nowhere = "pulsar://127.0.0.1:1";

        // When
        try (var away = new PulsarBench(nowhere)) {
            var running = away.start("persistent://public/default/any");

            // Then
            Eventually.until(
                    "it says where and what to check",
                    () -> running.health() instanceof Health.Waiting(var reason)
                            && reason.contains(nowhere)
                            && reason.contains("check startide.pulsar.service-url"));
        }
    }

    @Test
    void goesOnWhenTheBrokerComesBackFromACrash(@TempDir Path directory) throws Exception {
        // Given
        String topic = "persistent://public/default/crash";
        PulsarServer server = PulsarServer.start(directory);
        try (var own = new PulsarBench(server.serviceUrl())) {
            var running = own.start(topic);
            own.send(topic, 0, 100);
            own.awaitLogged(100);

            // When
            server.process().destroyForcibly();
            server.process().onExit().join();
            server.close();
            server = PulsarServer.start(directory);
            own.send(topic, 100, 200);

            // Then
            own.awaitLogged(200);
            assertThat(own.logged()).isEqualTo(texts(0, 200));
            assertThat(running.health()).isEqualTo(new Health.Reading());
        } finally {
            server.close();
        }
    }
}
