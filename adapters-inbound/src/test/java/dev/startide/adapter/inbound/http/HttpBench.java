package dev.startide.adapter.inbound.http;

import dev.startide.adapter.inbound.testing.HeldIngest;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A server with one source at `/events/orders`, and a client that talks to it.
final class HttpBench implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");
    static final SourceName ORDERS = new SourceName("orders");

    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Source source;

    final RecordingIngest ingest;
    final HeldIngest held;
    final KnownSenders senders = new KnownSenders();
    final EventSource.Running running;

    HttpBench(Map<String, Object> settings) {
        this(settings, Map.of("path", "/events/orders"));
    }

    HttpBench(Map<String, Object> settings, Map<String, String> options) {
        this.source = SourceBuilder.aSource("orders")
                .ofKind("http")
                .dedupedBy(new Source.Dedupe.ById(Duration.ofDays(1)))
                .with(options)
                .build();
        this.ingest = new RecordingIngest(source);
        this.held = new HeldIngest(ingest);
        Map<String, Object> all = new HashMap<>(settings);
        all.put("micronaut.server.port", -1);
        all.putIfAbsent("startide.http.instance", "one");
        ApplicationContext context = ApplicationContext.builder(all)
                .singletons(Clock.fixed(NOW, ZoneOffset.UTC), senders)
                .start();
        this.server = context.getBean(EmbeddedServer.class).start();
        this.running = context.getBean(HttpSource.class).start(source, held);
    }

    int port() {
        return server.getPort();
    }

    /// How many requests wait for a batch.
    int waiting() {
        return server.getApplicationContext()
                .getBean(HttpSources.class)
                .at("/events/orders")
                .orElseThrow()
                .writer()
                .waiting();
    }

    HttpSource adapter() {
        return server.getApplicationContext().getBean(HttpSource.class);
    }

    Source source() {
        return source;
    }

    List<IncomingEvent> events() {
        return ingest.events(ORDERS);
    }

    List<String> bodies() {
        return events().stream()
                .map(event -> new String(event.payload().bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    HttpResponse<String> post(String contentType, String body, String... headers) {
        return postTo("/events/orders", contentType, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> postTo(String path, String contentType, byte[] body, String... headers) {
        try {
            return client.send(request(path, contentType, body, headers), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    CompletableFuture<HttpResponse<String>> postLater(String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return client.sendAsync(request("/events/orders", contentType, bytes), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%s".formatted(port(), path)))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    @Override
    public void close() {
        running.close();
        server.close();
        client.close();
    }
}
