package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.service.ServiceFaces;
import dev.startide.app.wiring.Session;
import dev.startide.domain.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service loads the bakery meanwhile: it does what commands and requests ask for.
class QuarantineBesideServiceIT {

    private static final String REPAIRED = Bakery.sold("s3", "c1", "7.40", "2026-03-03");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int management = freePort();

    @TempDir
    private Path folder;

    private Bakery bakery;
    private Session session;
    private String key = "";

    @BeforeEach
    void start() throws IOException {
        bakery = Bakery.open(folder);
        Path keys = folder.resolve("operators.txt");
        key = bakery.plain("key", "add", "anna", "--all-sources", "--keys", keys.toString())
                .out()
                .strip();
        Map<String, Object> settings = new HashMap<>(bakery.settings());
        settings.put("startide.operators.file", keys.toString());
        settings.put("startide.server.port", freePort());
        settings.put("startide.management.port", management);
        session = Session.open(settings, Optional.empty(), "WARN");
        session.bean(ServiceFaces.class).start();
        Await.until("the service is ready", () -> ask(get("/health/readiness")).statusCode() == 200);
    }

    @AfterEach
    void stop() {
        session.bean(ServiceFaces.class).close();
        session.close();
        client.close();
    }

    @Test
    void doesWhatACommandAsksFor() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("repaired.json"), REPAIRED);

        // When
        Bakery.Answer answer = bakery.run("quarantine", "edit", "1:5", "--file", file.toString());

        // Then
        assertThat(answer.err()).contains("1 are loaded, 0 ignored, 0 still in the quarantine");
        assertThat(bakery.run("status").out())
                .contains("7 received = 6 loaded + 0 quarantined + 1 ignored + 0 waiting");
    }

    @Test
    void showsTheQuarantineToThoseWithAKey() {
        assertThat(ask(get("/quarantine")).statusCode()).isEqualTo(401);
        assertThat(ask(get("/quarantine").header("Authorization", "Bearer stk_wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask(withKey(get("/quarantine?reason=TYPE_MISMATCH"))).body())
                .contains("\"events\":1", "\"event\":\"1:5\"")
                .doesNotContain("much");
        assertThat(ask(withKey(get("/quarantine/events/1:5"))).body()).contains("much", "TYPE_MISMATCH");
        assertThat(ask(withKey(get("/quarantine/export"))).body()).contains("\"specversion\":\"1.0\"", "much");
        assertThat(ask(withKey(get("/quarantine/events/1:99"))).statusCode()).isEqualTo(404);
        assertThat(ask(withKey(get("/quarantine?reason=NONE"))).statusCode()).isEqualTo(400);
    }

    @Test
    void correctsAnEventForThoseWithAKey() {
        // When
        HttpResponse<String> answer = ask(withKey(request("/quarantine/events/1:5?why=a%20slip")
                .PUT(BodyPublishers.ofString(REPAIRED))
                .header("Content-Type", "application/json")));

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("\"what\":\"edit\"", "\"by\":\"anna\"", "\"why\":\"a slip\"");
        Await.until(
                "the event is loaded",
                () -> ask(withKey(get("/quarantine/actions/1"))).body().contains("\"loaded\":1"));
    }

    @Test
    void discardsOnlyWithAReason() {
        // Given
        HttpResponse<String> without = discard("/quarantine/discard?at=1:5");

        // When
        HttpResponse<String> answer = discard("/quarantine/discard?at=1:5&why=a%20test");

        // Then
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(answer.statusCode()).isEqualTo(202);
        Await.until(
                "the event is ignored",
                () -> ask(withKey(get("/quarantine/actions"))).body().contains("\"ignored\":1"));
    }

    @Test
    void resumesOnlyWhatIsPaused() {
        // When
        HttpResponse<String> answer =
                ask(withKey(request("/quarantine/sources/shop/resume").POST(BodyPublishers.noBody())));

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("is not paused");
    }

    private HttpResponse<String> discard(String path) {
        return ask(withKey(request(path).POST(BodyPublishers.noBody())));
    }

    private HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(management, path)));
    }

    private HttpRequest.Builder withKey(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
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
