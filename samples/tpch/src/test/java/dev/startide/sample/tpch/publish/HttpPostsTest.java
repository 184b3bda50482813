package dev.startide.sample.tpch.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPostsTest {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpPosts posts = new HttpPosts();
    private HttpServer server;
    private volatile List<Integer> answers = List.of(202);

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int status = answers.get(Math.min(received.size(), answers.size()) - 1);
            exchange.getResponseHeaders().add("Retry-After", "0");
            byte[] body = "because".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        posts.close();
        server.stop(0);
    }

    @Test
    void asksABusyReceiverAgain() {
        // Given
        answers = List.of(429, 503, 202);

        // When
        post();

        // Then
        assertThat(received).containsExactly("event", "event", "event");
    }

    @Test
    void saysWhatARefusingReceiverSaid() {
        // Given
        answers = List.of(400);

        // When
        var failure = assertThatThrownBy(this::post);

        // Then
        failure.hasRootCauseInstanceOf(PublishingFailed.class)
                .hasMessageContaining("answered 400: because")
                .hasMessageContaining("/events/customers");
    }

    @Test
    void givesUpOnAReceiverThatStaysBusy() {
        // Given
        answers = List.of(503);

        // When
        var failure = assertThatThrownBy(this::post);

        // Then
        failure.hasMessageContaining("still busy (503) after 60 attempts");
        assertThat(received).hasSize(60);
    }

    @Test
    void namesAReceiverThatIsNotThere() {
        // Given
        server.stop(0);

        // When
        var failure = assertThatThrownBy(this::post);

        // Then
        failure.hasMessageContaining("Cannot reach").hasMessageContaining("/events/customers");
    }

    private void post() {
        URI address = URI.create("http://localhost:%d/events/customers"
                .formatted(server.getAddress().getPort()));
        posts.post(HttpRequest.newBuilder(address)
                        .POST(BodyPublishers.ofString("event"))
                        .build())
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
