package dev.startide.adapter.inbound.pulsar;

import static dev.startide.adapter.inbound.pulsar.PulsarBench.source;
import static dev.startide.adapter.inbound.pulsar.PulsarBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.inbound.testing.Eventually;
import dev.startide.dev.TestPulsar;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PulsarTopicsIT {

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
    void followsTopicsThatFitAPatternAndComeLater() throws Exception {
        // Given
        String pattern = TestPulsar.freshTopic("sales") + "-(at|de)";
        String austria = pattern.replace("(at|de)", "at");
        String germany = pattern.replace("(at|de)", "de");
        bench.send(austria, 0, 10);
        bench.send(pattern.replace("(at|de)", "fr"), 100, 110);
        var running = bench.start(source(PayloadFormat.JSON, Map.of("topics", pattern)), 100);
        bench.awaitLogged(10);

        // When
        PulsarBench.admin("PUT", partitions(germany), "2");
        bench.send(germany, 10, 30);

        // Then
        bench.awaitLogged(30);
        assertThat(bench.logged()).containsExactlyInAnyOrderElementsOf(texts(0, 30));
        assertThat(Set.copyOf(bench.lanes()))
                .containsExactlyInAnyOrder(austria, germany + "-partition-0", germany + "-partition-1");
        assertThat(running.health()).isEqualTo(new Health.Reading());
    }

    @Test
    void readsTheOthersWhenOneOfManyTopicsIsDeleted() throws Exception {
        // Given
        String pattern = TestPulsar.freshTopic("shops") + "-.*";
        String kept = pattern.replace(".*", "kept");
        String deleted = pattern.replace(".*", "deleted");
        bench.send(kept, 0, 1);
        PulsarBench.admin("PUT", partitions(deleted), "1");
        bench.send(deleted, 1, 2);
        var running = bench.start(source(PayloadFormat.JSON, Map.of("topics", pattern)), 100);
        bench.awaitLogged(2);

        // When
        PulsarBench.admin("DELETE", partitions(deleted) + "?force=true", "");

        // Then
        bench.send(kept, 2, 3);
        bench.awaitLogged(3);
        Eventually.until("all that is left is read", () -> running.health() instanceof Health.Reading);
    }

    @Test
    void noticesThatTheDatabaseCameBackOlderThoughNothingIsSent() throws Exception {
        // Given
        String topic = TestPulsar.freshTopic("rewound");
        bench.send(topic, 0, 30);
        bench.start(source(topic, PayloadFormat.JSON), 10);
        bench.awaitLogged(30);
        RecordingIngest older = new RecordingIngest(source("any", PayloadFormat.JSON));

        // When
        bench.held.replace(older);

        // Then
        Eventually.until(
                "everything is logged again",
                () -> older.events(PulsarBench.ORDERS).size() == 30);
        assertThat(older.events(PulsarBench.ORDERS).stream()
                        .map(PulsarBench::text)
                        .toList())
                .isEqualTo(texts(0, 30));
    }

    private static String partitions(String topic) {
        return "/admin/v2/%s/partitions".formatted(topic.replace("://", "/"));
    }
}
