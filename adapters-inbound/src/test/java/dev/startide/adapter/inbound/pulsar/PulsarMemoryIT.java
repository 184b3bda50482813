package dev.startide.adapter.inbound.pulsar;

import static dev.startide.adapter.inbound.pulsar.PulsarBench.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.TestPulsar;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.impl.PulsarClientImpl;
import org.junit.jupiter.api.Test;

class PulsarMemoryIT {

    private static final int MESSAGES = 240;
    private static final int LENGTH = 500_000;
    private static final int PARTITIONS = 4;
    private static final long SLOWLY_NANOS = 3_000_000;

    /// 120 MB wait at the broker, and 100 messages of each of four partitions would be 200 MB.
    @Test
    void keepsLargeMessagesWithinItsBytes() throws Exception {
        // Given
        String topic = TestPulsar.freshPartitionedTopic("large", PARTITIONS);
        PulsarConfig config = PulsarBench.config(TestPulsar.serviceUrl(), 100);
        PulsarConnection connection = new PulsarConnection(config);
        AtomicLong most = new AtomicLong();
        try (PulsarBench bench = new PulsarBench(TestPulsar.serviceUrl())) {
            sendLarge(bench, topic);
            bench.held.refuse(_ -> {
                most.accumulateAndGet(queued(connection), Math::max);
                LockSupport.parkNanos(SLOWLY_NANOS);
                return false;
            });

            // When
            try (var _ = new PulsarSource(connection, config, Clock.systemUTC())
                    .start(source(topic, PayloadFormat.JSON), bench.held)) {
                bench.awaitLogged(MESSAGES);
            }
        }
        connection.close();

        // Then
        assertThat(most.get())
                .isGreaterThan(3L * LENGTH)
                .isLessThan(config.maxQueuedBytes() + PARTITIONS * (long) LENGTH);
    }

    private static long queued(PulsarConnection connection) {
        return ((PulsarClientImpl) connection.client())
                .getMemoryLimitController()
                .currentUsage();
    }

    private static void sendLarge(PulsarBench bench, String topic) throws Exception {
        byte[] content = new byte[LENGTH];
        try (Producer<byte[]> producer =
                bench.client().newProducer().topic(topic).enableBatching(false).create()) {
            for (int number = 0; number < MESSAGES; number++) {
                producer.send(content);
            }
        }
    }
}
