package dev.startide.adapter.inbound.pulsar;

import dev.startide.adapter.inbound.testing.Eventually;
import dev.startide.dev.PulsarServer;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.testkit.EventSourceContract;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.warehouse.mapping.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// A broker of its own, because it is stopped and started.
class PulsarEventSourceIT extends EventSourceContract {

    private static final List<PulsarConnection> CONNECTIONS = new ArrayList<>();

    @TempDir
    private static Path directory;

    private static PulsarServer server;
    private static PulsarClient client;

    private String topic = "";

    @BeforeAll
    static void startBroker() throws PulsarClientException {
        server = PulsarServer.start(directory);
        client = PulsarClient.builder().serviceUrl(server.serviceUrl()).build();
    }

    @AfterAll
    static void stopBroker() throws PulsarClientException {
        for (PulsarConnection connection : CONNECTIONS) {
            connection.close();
        }
        client.close();
        server.close();
    }

    @Override
    protected EventSource eventSource() {
        PulsarConfig config = PulsarBench.config(server.serviceUrl(), 100);
        PulsarConnection connection = new PulsarConnection(config);
        CONNECTIONS.add(connection);
        return new PulsarSource(connection, config, Clock.systemUTC());
    }

    @Override
    protected void prepareOutside() {
        topic = "persistent://public/default/contract-" + UUID.randomUUID();
        String path = "/admin/v2/%s/partitions".formatted(topic.replace("://", "/"));
        Eventually.until("the broker answers", () -> PulsarBench.created(server.adminUrl() + path, lanes()));
    }

    @Override
    protected Source source() {
        return SourceBuilder.aSource("orders")
                .ofKind("pulsar")
                .with(Map.of("topic", topic))
                .build();
    }

    @Override
    protected Source unusableSource() {
        return SourceBuilder.aSource("orders")
                .ofKind("pulsar")
                .with(Map.of("topic", "a/b"))
                .build();
    }

    @Override
    protected int lanes() {
        return 2;
    }

    @Override
    protected void publish(int lane, List<String> contents) {
        try (Producer<byte[]> producer = client.newProducer()
                .topic("%s-partition-%d".formatted(topic, lane))
                .create()) {
            for (String content : contents) {
                var _ = producer.sendAsync(content.getBytes(StandardCharsets.UTF_8));
            }
            producer.flush();
        } catch (PulsarClientException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    protected void makeUnreachable() {
        server.close();
    }

    @Override
    protected void makeReachable() {
        server = PulsarServer.start(directory);
    }
}
