package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.service.ServiceFaces;
import dev.startide.app.wiring.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a service tells of itself while neither database nor broker is there.
class ServiceHealthTest {

    private static final Path SAMPLE = Path.of("..", "samples", "tpch", "warehouse.yaml");
    private static final int NOBODY = freePort();
    private static final int MANAGEMENT = freePort();

    private static final Session SESSION = Session.open(
            Map.of(
                    "startide.model",
                    SAMPLE.toString(),
                    "startide.database.url",
                    "jdbc:postgresql://127.0.0.1:%d/none".formatted(NOBODY),
                    "startide.database.user",
                    "nobody",
                    "startide.database.password",
                    "none",
                    "startide.pulsar.service-url",
                    "pulsar://127.0.0.1:%d".formatted(NOBODY),
                    "startide.server.port",
                    freePort(),
                    "startide.management.port",
                    MANAGEMENT,
                    "startide.service.stop-within",
                    "1s"),
            Optional.empty(),
            "ERROR");

    @BeforeAll
    static void start() {
        SESSION.bean(ServiceFaces.class).start();
    }

    @AfterAll
    static void stop() {
        SESSION.bean(ServiceFaces.class).close();
        SESSION.close();
    }

    @Test
    void isAliveWithoutItsServers() throws Exception {
        // When
        HttpResponse<String> answer = ask("/health/liveness");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void isNotReadyWithoutItsServers() throws Exception {
        // When
        HttpResponse<String> answer = ask("/health/readiness");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("warehouse", "\"load\"", "\"sources\"");
    }

    @Test
    void showsTheQuarantineToNobodyWithoutKeysOfOperators() throws Exception {
        // When
        HttpResponse<String> answer = ask("/quarantine");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void tellsItsMetrics() throws Exception {
        // When
        HttpResponse<String> answer = ask("/prometheus");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("startide_load_batch_limit", "startide_load_last_step_seconds");
    }

    private static HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:%d%s".formatted(MANAGEMENT, path));
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
