package dev.startide.adapter.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Bodies that are packed, and bodies that dawdle.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackedBodiesTest {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String PATH = "/events/orders";

    private HttpBench bench;

    @BeforeAll
    void start() {
        bench = new HttpBench(
                Map.of("startide.http.max-request-bytes", "1000000", "startide.http.receive-timeout", "2s"));
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder();
        new Random(7).ints(length, 'a', 'z' + 1).forEach(text::appendCodePoint);
        return text.toString();
    }

    @Test
    void areUnpackedAndKeptAsTheyWere() throws IOException {
        // Given
        int before = bench.events().size();

        // When
        var answer = bench.postTo(PATH, NDJSON, packed("{\"n\": 1.0}\n{\"n\":2}"), "Content-Encoding", "gzip");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(bench.bodies().subList(before, before + 2)).containsExactly("{\"n\": 1.0}", "{\"n\":2}");
    }

    @Test
    void areRefusedIfTheyBecomeTooLarge() throws IOException {
        // When
        var answer = bench.postTo(
                PATH, JSON, packed("{\"n\":\"%s\"}".formatted(random(1_000_000))), "Content-Encoding", "gzip");

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("1000000 bytes");
    }

    @Test
    void areRefusedIfTheyBecomeManyTimesLarger() throws IOException {
        // When
        var answer = bench.postTo(PATH, NDJSON, packed("\n".repeat(900_000)), "Content-Encoding", "gzip");

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("100 times larger");
    }

    @Test
    void areRefusedIfTheyAreNoGzip() {
        // When
        var answer = bench.postTo(PATH, JSON, "{}".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is not gzip");
    }

    @Test
    void areRefusedInAnotherEncoding() {
        // When
        var answer = bench.postTo(PATH, JSON, "{}".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "br");

        // Then
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("accept-encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void areNotWaitedForForever() throws IOException {
        // Given
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"
                        .formatted(PATH);

        // When
        String answer;
        try (Socket socket = new Socket("localhost", bench.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] first = socket.getInputStream().readNBytes(12);
            answer = new String(first, StandardCharsets.US_ASCII);
        }

        // Then
        assertThat(answer).isEqualTo("HTTP/1.1 408");
    }
}
