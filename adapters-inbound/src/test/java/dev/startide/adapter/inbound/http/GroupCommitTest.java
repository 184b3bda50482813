package dev.startide.adapter.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.startide.adapter.inbound.testing.Eventually;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.domain.testkit.memory.RecordingIngest.Fault;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final String JSON = "application/json";
    private static final String STRUCTURED = "application/cloudevents+json";

    private final HttpBench bench = new HttpBench(
            Map.of("startide.http.max-request-bytes", "1000", "startide.http.max-in-flight-bytes", "4000"));

    @AfterEach
    void stop() {
        bench.held.release();
        bench.close();
    }

    @Test
    void mergesTheRequestsThatWaitIntoOneBatch() {
        // Given
        bench.held.hold();
        var first = bench.postLater(JSON, "{\"n\":0}");
        Eventually.until("the first is on its way", () -> bench.held.waiting() == 1);
        var others = IntStream.rangeClosed(1, 50)
                .mapToObj(n -> bench.postLater(JSON, "{\"n\":%d}".formatted(n)))
                .toList();
        Eventually.until("the others wait", () -> bench.waiting() == 50);

        // When
        bench.held.release();

        // Then
        assertThat(first.join().statusCode()).isEqualTo(202);
        assertThat(others)
                .extracting(CompletableFuture::join)
                .extracting(HttpResponse::statusCode)
                .containsOnly(202);
        assertThat(bench.ingest.batchSizes()).containsExactly(1, 50);
        assertThat(bench.ingest.timesOpened()).isEqualTo(1);
    }

    @Test
    void answersEachRequestForItsOwnEvents() {
        // Given
        bench.held.refuse(event -> new String(event.payload().bytes(), StandardCharsets.UTF_8).contains("bad"));
        bench.held.hold();
        var first = bench.postLater(JSON, "{\"n\":0}");
        Eventually.until("the first is on its way", () -> bench.held.waiting() == 1);
        List<CompletableFuture<HttpResponse<String>>> others = List.of(
                bench.postLater("application/x-ndjson", "{\"n\":1}\n{\"bad\":1}"),
                bench.postLater(JSON, "{\"bad\":2}"),
                bench.postLater(JSON, "{\"n\":2}"));
        Eventually.until("the others wait", () -> bench.waiting() == 3);

        // When
        bench.held.release();

        // Then
        assertThat(first.join().statusCode()).isEqualTo(202);
        assertThat(others)
                .extracting(CompletableFuture::join)
                .extracting(HttpResponse::statusCode)
                .containsExactly(202, 422, 202);
        assertThat(others.getFirst().join().body())
                .contains("{\"index\":0,\"status\":\"accepted\"}", "\"index\":1,\"status\":\"rejected\"");
        assertThat(bench.bodies()).containsExactlyInAnyOrder("{\"n\":0}", "{\"n\":1}", "{\"n\":2}");
    }

    @Test
    void asksToComeBackWhenItIsNotKnownWhatWasLogged() {
        // Given
        String event = "{\"specversion\":\"1.0\",\"source\":\"/s\",\"type\":\"t\",\"id\":\"1\"}";
        bench.ingest.failNext(Fault.AFTER_COMMIT);

        // When
        var answer = bench.post(STRUCTURED, event);

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("2");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(bench.post(STRUCTURED, event).body()).contains("\"duplicates\":1");
        assertThat(bench.running.health()).isEqualTo(new Health.Reading());
    }

    @Test
    void isReadyAgainWithoutRequestsOnceTheLaneCanBeOpened() {
        // Given
        bench.held.shut();
        var answer = bench.post(JSON, "{\"n\":1}");
        Health before = bench.running.health();

        // When
        bench.held.admit();

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(before).isInstanceOf(Health.Waiting.class);
        Eventually.until("it is ready", () -> bench.running.health() instanceof Health.Reading);
    }

    @Test
    void answersFurtherRequestsAfterAnError() {
        // Given
        bench.held.refuse(event -> {
            throw new StackOverflowError("made to fail");
        });
        var broken = bench.post(JSON, "{\"n\":1}");
        bench.held.refuse(_ -> false);

        // When
        var answer = bench.post(JSON, "{\"n\":2}");

        // Then
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void countsWhatRequestsThatGaveUpHaveLeftBehind() {
        // Given
        try (var hasty = new HttpBench(Map.of(
                "startide.http.max-request-bytes", "1000",
                "startide.http.max-in-flight-bytes", "2000",
                "startide.http.timeout", "50ms"))) {
            String body = "{\"n\":0%s}".formatted(" ".repeat(900));
            hasty.held.hold();
            var first = hasty.post(JSON, body);
            var second = hasty.post(JSON, body);

            // When
            var third = hasty.post(JSON, body);

            // Then
            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(third.statusCode()).isEqualTo(429);
            hasty.held.release();
            Eventually.until("there is room", () -> hasty.post(JSON, body).statusCode() == 202);
        }
    }

    @Test
    void takesTheLaneBackOnceWhenAnotherTookIt() {
        // Given
        bench.post(JSON, "{\"n\":1}");
        bench.ingest.failNext(Fault.FENCED);

        // When
        var answer = bench.post(JSON, "{\"n\":2}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(bench.bodies()).containsExactly("{\"n\":1}", "{\"n\":2}");
    }

    @Test
    void givesUpWhenTheLaneIsTakenAgainAndAgain() {
        // Given
        bench.ingest.failNext(Fault.FENCED, Fault.FENCED);

        // When
        var answer = bench.post(JSON, "{\"n\":1}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void asksToComeBackWhenTooManyBytesWait() {
        // Given
        bench.held.hold();
        var first = bench.postLater(JSON, "{\"n\":0%s}".formatted(" ".repeat(900)));
        Eventually.until("the first is on its way", () -> bench.held.waiting() == 1);
        var others = IntStream.range(1, 4)
                .mapToObj(n -> bench.postLater(JSON, "{\"n\":%d%s}".formatted(n, " ".repeat(900))))
                .toList();
        Eventually.until("the others wait", () -> bench.waiting() == 3);

        // When
        var answer = bench.post(JSON, "{\"n\":5%s}".formatted(" ".repeat(900)));

        // Then
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("2");
        bench.held.release();
        assertThat(first.join().statusCode()).isEqualTo(202);
        assertThat(others)
                .extracting(CompletableFuture::join)
                .extracting(HttpResponse::statusCode)
                .containsOnly(202);
        assertThat(bench.post(JSON, "{\"n\":5}").statusCode()).isEqualTo(202);
    }

    @Test
    void refusesWhatIsTooLargeByTheAnnouncedLengthAlone() throws IOException {
        // Given
        String head = head("Content-Length: 1001");

        // When
        String answer;
        try (Socket socket = new Socket("localhost", bench.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            answer = new String(start, StandardCharsets.US_ASCII);
        }

        // Then
        assertThat(answer).isEqualTo("HTTP/1.1 413");
    }

    @Test
    void refusesABodyWithoutAnnouncedLengthOnceItIsTooLarge() throws IOException {
        // Given
        String head = head("Transfer-Encoding: chunked");
        String chunk = "3e9\r\n%s\r\n".formatted("x".repeat(1_001));

        // When
        String answer;
        try (Socket socket = new Socket("localhost", bench.port())) {
            socket.getOutputStream().write((head + chunk).getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            answer = new String(start, StandardCharsets.US_ASCII);
        }

        // Then
        assertThat(answer).isEqualTo("HTTP/1.1 413");
    }

    private static String head(String length) {
        return String.join(
                "\r\n",
                "POST /events/orders HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                length,
                "",
                "");
    }

    @Test
    void logsWhatWaitsBeforeItCloses() {
        // Given
        bench.held.hold();
        var waiting = bench.postLater(JSON, "{\"n\":1}");
        Eventually.until("it is on its way", () -> bench.held.waiting() == 1);

        // When
        CompletableFuture<Void> closing = CompletableFuture.runAsync(bench.running::close);
        bench.held.release();
        closing.join();

        // Then
        assertThat(waiting.join().statusCode()).isEqualTo(202);
        assertThat(bench.post(JSON, "{\"n\":2}").statusCode()).isEqualTo(503);
    }

    @Test
    void refusesASecondSourceWithTheSamePath() {
        // When
        var refusal = catchThrowable(() -> bench.adapter().start(bench.source(), bench.ingest));

        // Then
        assertThat(refusal)
                .isInstanceOf(StartideException.class)
                .hasMessageContaining("/events/orders, which another source has already");
    }
}
