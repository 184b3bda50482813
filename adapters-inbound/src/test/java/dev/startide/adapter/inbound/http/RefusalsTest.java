package dev.startide.adapter.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.PayloadLimits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is refused, with which status, and why.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String JSON = "application/json";

    private HttpBench bench;

    @BeforeAll
    void start() {
        bench = new HttpBench(Map.of("startide.http.max-events", "3", "startide.http.max-request-bytes", "6000000"));
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    record Refusal(String contentType, String body, int status, String reason) {

        @Override
        public String toString() {
            return status + " " + reason;
        }
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                new Refusal("text/plain", "hello", 415, "text/plain is not supported"),
                new Refusal("application/json; charset=latin1", "{}", 415, "UTF-8"),
                new Refusal(JSON, "", 400, "is empty"),
                new Refusal(JSON, "{\"n\":", 400, "not well-formed"),
                new Refusal(JSON, "{\"n\":01}", 400, "not well-formed"),
                new Refusal(JSON, "{} {}", 400, "more than one"),
                new Refusal(JSON, "[1]", 422, "is not a JSON object"),
                new Refusal(JSON, nested(PayloadLimits.MAX_DEPTH + 1), 422, "exceeds a limit"),
                new Refusal(JSON, "{\"n\":1e999999999}", 422, "exceeds a limit"),
                new Refusal(JSON, "{\"n\":%s}".formatted("1".repeat(201)), 422, "exceeds a limit"),
                new Refusal(JSON, "{\"n\":[%s1]}".formatted("1,".repeat(10_000)), 422, "exceeds a limit"),
                new Refusal(JSON, "{\"n\":\"%s\"}".formatted("x".repeat(5_300_000)), 413, "5242880 bytes"),
                new Refusal(JSON, "x".repeat(6_000_001), 413, "6000000 bytes"),
                new Refusal(STRUCTURED, event("\"id\":\"\""), 422, "lacks the attribute \\\"id\\\""),
                new Refusal(STRUCTURED, event("\"id\":\"1\",\"id\":\"2\""), 400, "says \\\"id\\\" twice"),
                new Refusal(STRUCTURED, event("\"id\":\"a\\u0000\""), 422, "control characters"),
                new Refusal(STRUCTURED, event("\"id\":\"%s\"".formatted("x".repeat(1_000))), 422, "at most 999"),
                new Refusal(STRUCTURED, event("\"id\":\"1\",\"time\":\"today\""), 422, "\\\"time\\\""),
                new Refusal(STRUCTURED, event("\"id\":\"1\",\"data\":1,\"data_base64\":\"\""), 422, "has both"),
                new Refusal("application/cloudevents-batch+json", "{}", 400, "is a JSON array"),
                new Refusal("application/cloudevents-batch+json", "[{},", 400, "not well-formed"),
                new Refusal("application/cloudevents-batch+json", "[{},{},{},{}]", 413, "may hold 3 events"),
                new Refusal("application/x-ndjson", "{}\n{}\n{}\n{}", 413, "may hold 3 events"));
    }

    @Test
    void tellsWhatTheServerItselfRefusesInTheSameForm() throws Exception {
        // Given
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/events/orders".formatted(bench.port())))
                .GET()
                .build();

        // When
        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        // Then
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"status\":405", "\"detail\"");
    }

    private static String nested(int depth) {
        return "{\"n\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private static String event(String members) {
        return "{\"specversion\":\"1.0\",\"source\":\"/s\",\"type\":\"t\",%s}".formatted(members);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatIsWrong(Refusal refusal) {
        // When
        var answer = bench.post(refusal.contentType(), refusal.body());

        // Then
        assertThat(answer.statusCode()).isEqualTo(refusal.status());
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(refusal.reason()).contains("\"status\":" + refusal.status());
        assertThat(bench.events()).isEmpty();
    }
}
