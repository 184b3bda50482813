package dev.startide.adapter.inbound.pulsar;

import dev.startide.adapter.inbound.pulsar.PulsarConfig.Gaps;
import dev.startide.adapter.inbound.pulsar.PulsarConfig.LossyPolicies;
import dev.startide.adapter.inbound.testing.Eventually;
import dev.startide.adapter.inbound.testing.HeldIngest;
import dev.startide.dev.TestPulsar;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import dev.startide.warehouse.mapping.SourceName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.jspecify.annotations.Nullable;

/// A broker, a recording ingest, and instances of Startide's Pulsar source between them.
final class PulsarBench implements AutoCloseable {

    private static final Pattern BACKLOG = Pattern.compile("\"msgBacklog\"\\s*:\\s*(\\d+)");

    static final SourceName ORDERS = new SourceName("orders");

    private final String serviceUrl;
    private final PulsarClient client;
    private final Deque<Closing> open = new ArrayDeque<>();

    final RecordingIngest ingest = new RecordingIngest(source("any", PayloadFormat.JSON));
    final HeldIngest held = new HeldIngest(ingest);

    /// What is to be closed.
    private interface Closing {
        void close() throws PulsarClientException;
    }

    PulsarBench(String serviceUrl) throws PulsarClientException {
        this.serviceUrl = serviceUrl;
        this.client = PulsarClient.builder().serviceUrl(serviceUrl).build();
    }

    PulsarClient client() {
        return client;
    }

    static PulsarConfig config(String serviceUrl, int batchMaxEvents) {
        return config(serviceUrl, batchMaxEvents, null);
    }

    static PulsarConfig config(String serviceUrl, int batchMaxEvents, @Nullable String decryptionKeys) {
        return config(serviceUrl, batchMaxEvents, decryptionKeys, null, LossyPolicies.WARN, Gaps.STOP);
    }

    static PulsarConfig config(
            String serviceUrl,
            int batchMaxEvents,
            @Nullable String decryptionKeys,
            @Nullable String adminUrl,
            LossyPolicies lossyPolicies,
            Gaps gaps) {
        return new PulsarConfig(
                serviceUrl,
                null,
                null,
                null,
                Duration.ofSeconds(5),
                100,
                16_000_000,
                batchMaxEvents,
                1_000_000,
                Duration.ofMillis(20),
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                adminUrl,
                Duration.ofMillis(500),
                lossyPolicies,
                gaps,
                decryptionKeys);
    }

    static Source source(String topic, PayloadFormat format) {
        return source(format, Map.of("topic", topic));
    }

    static Source source(PayloadFormat format, Map<String, String> options) {
        return new Source(ORDERS, "pulsar", format, new Source.Dedupe.ByPosition(), options);
    }

    /// Starts an instance of its own, with its own connection.
    EventSource.Running start(String topic) {
        return start(source(topic, PayloadFormat.JSON), 100);
    }

    EventSource.Running start(Source source, int batchMaxEvents) {
        return start(source, config(serviceUrl, batchMaxEvents));
    }

    EventSource.Running start(Source source, PulsarConfig config) {
        PulsarConnection connection = new PulsarConnection(config);
        open.push(connection::close);
        EventSource.Running running = new PulsarSource(connection, config, Clock.systemUTC()).start(source, held);
        open.push(running::close);
        return running;
    }

    /// Sends numbered messages, in batches of the client's choice.
    void send(String topic, int from, int until) throws PulsarClientException {
        try (Producer<byte[]> producer = client.newProducer().topic(topic).create()) {
            for (int number = from; number < until; number++) {
                var _ = producer.newMessage()
                        .key(Integer.toString(number))
                        .value(text(number).getBytes(StandardCharsets.UTF_8))
                        .sendAsync();
            }
            producer.flush();
        }
    }

    static String text(int number) {
        return "{\"n\":%d}".formatted(number);
    }

    static List<String> texts(int from, int until) {
        return IntStream.range(from, until).mapToObj(PulsarBench::text).toList();
    }

    List<String> logged() {
        return events().stream().map(PulsarBench::text).toList();
    }

    List<IncomingEvent> events() {
        return ingest.events(ORDERS);
    }

    List<String> lanes() {
        return ingest.lanes().stream().map(lane -> lane.name().value()).toList();
    }

    SourcePosition position() {
        return ingest.lanes().getFirst().position();
    }

    /// Makes the database say that a topic was read up to somewhere.
    void standAt(String topic, SourcePosition position) {
        OpenLane lane = ingest.open(ORDERS, new LaneName(topic));
        ingest.ingest(new IngestBatch(lane, List.of(), position));
    }

    static String text(IncomingEvent event) {
        return new String(event.payload().bytes(), StandardCharsets.UTF_8);
    }

    void awaitLogged(int count) {
        Eventually.until("%d events are logged".formatted(count), () -> events().size() >= count);
    }

    /// How many entries, each with some messages, the broker keeps for the subscription.
    static long backlog(String topic) {
        String path = "/admin/v2/%s/stats?getPreciseBacklog=true".formatted(topic.replace("://", "/"));
        String stats = admin("GET", path, "");
        Matcher matcher = Pattern.compile("\"startide-orders\"\\s*:\\s*\\{.*").matcher(stats);
        Matcher backlog = BACKLOG.matcher(matcher.find() ? matcher.group() : "");
        return backlog.find() ? Long.parseLong(backlog.group(1)) : -1;
    }

    static String admin(String method, String path, String body) {
        HttpResponse<String> response = send(method, TestPulsar.adminUrl() + path, body);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("%d %s".formatted(response.statusCode(), response.body()));
        }
        return response.body();
    }

    /// Whether a topic has been created with so many partitions.
    static boolean created(String url, int partitions) {
        return send("PUT", url, Integer.toString(partitions)).statusCode() < 300;
    }

    private static HttpResponse<String> send(String method, String url, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// Stops all instances, the youngest first.
    void stopAll() throws PulsarClientException {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Override
    public void close() throws PulsarClientException {
        stopAll();
        client.close();
    }
}
