package dev.startide.adapter.inbound.http;

import static dev.startide.adapter.inbound.http.HttpBench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventControllerTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";

    private final HttpBench bench = new HttpBench(Map.of());

    @AfterEach
    void stop() {
        bench.close();
    }

    private static String cloudEvent(String id, String data) {
        return "{ \"specversion\":\"1.0\",\"id\":\"%s\", \"source\":\"/shop\",\"type\":\"t\",\"data\":%s}"
                .formatted(id, data);
    }

    @Test
    void keepsTheBodyOfABinaryEventAndItsAttributesAsHeaders() {
        // Given
        String body = "{\"n\" : 1.50}";

        // When
        var answer = bench.post(
                JSON,
                body,
                "CE-SpecVersion",
                "1.0",
                "ce-id",
                "e-1",
                "ce-source",
                "/shop",
                "ce-type",
                "order%20placed",
                "ce-subject",
                "Z%C3%BCrich 100%");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"duplicates\":0,\"conflicts\":0,\"rejected\":0}");
        IncomingEvent event = bench.events().getFirst();
        assertThat(bench.bodies()).containsExactly(body);
        assertThat(event.identity()).isEqualTo(new Identity.Given("/shop e-1"));
        assertThat(event.payload().contentType()).isEqualTo(JSON);
        assertThat(event.arrivedAt()).isEqualTo(NOW);
        assertThat(event.headers())
                .containsOnly(
                        Map.entry("ce-specversion", "1.0"),
                        Map.entry("ce-id", "e-1"),
                        Map.entry("ce-source", "/shop"),
                        Map.entry("ce-type", "order placed"),
                        Map.entry("ce-subject", "Zürich 100%"));
    }

    @Test
    void keepsAStructuredEventAsItArrived() {
        // Given
        String body = cloudEvent("e-1", "{\"price\": 1.500}");

        // When
        var answer = bench.post(STRUCTURED + "; charset=UTF-8", body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(bench.bodies()).containsExactly(body);
        assertThat(bench.events().getFirst().payload().contentType()).isEqualTo(STRUCTURED);
        assertThat(bench.events().getFirst().identity()).isEqualTo(new Identity.Given("/shop e-1"));
    }

    @Test
    void answersABatchEventByEvent() {
        // Given
        String first = cloudEvent("e-1", "1");
        String other = cloudEvent("e-1", "2");
        bench.post(STRUCTURED, cloudEvent("e-0", "0"));

        // When
        var answer = bench.post(
                BATCH,
                "[ %s,%s\n, %s, {\"id\": 5} , %s, 7 ]"
                        .formatted(first, cloudEvent("e-0", "0"), other, cloudEvent("e-2", "[[[]]]")));

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo("[{\"index\":0,\"status\":\"accepted\"},"
                        + "{\"index\":1,\"status\":\"duplicate\"},"
                        + "{\"index\":2,\"status\":\"conflict\",\"reason\":\"is kept, but not loaded: its id belongs to"
                        + " an event of other content\"},"
                        + "{\"index\":3,\"status\":\"rejected\",\"reason\":\"has a \\\"id\\\" that is not a text\"},"
                        + "{\"index\":4,\"status\":\"accepted\"},"
                        + "{\"index\":5,\"status\":\"rejected\",\"reason\":\"is not a JSON object\"}]");
        assertThat(bench.bodies()).containsExactly(cloudEvent("e-0", "0"), first, other, cloudEvent("e-2", "[[[]]]"));
    }

    @Test
    void takesEachLineOfNdjsonForAnEvent() {
        // When
        var answer = bench.post(NDJSON, "{\"n\":1}\r\n\n  \n{\"n\": 2}\n{\"n\":\n[3]\n{\"n\":5}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .contains("{\"index\":0,\"status\":\"accepted\"}", "{\"index\":4,\"status\":\"accepted\"}")
                .contains("\"index\":2,\"status\":\"rejected\",\"reason\":\"is not well-formed JSON")
                .contains("\"index\":3,\"status\":\"rejected\",\"reason\":\"is not a JSON object\"");
        assertThat(bench.bodies()).containsExactly("{\"n\":1}", "{\"n\": 2}", "{\"n\":5}");
    }

    @Test
    void leavesItToTheContentToIdentifyAPlainObject() {
        // When
        var answer = bench.post(JSON, "{\"n\":1}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(bench.events()).extracting(IncomingEvent::identity).containsExactly(new Identity.InContent());
    }

    @Test
    void refusesABatchOfWhichNothingCanBeUsed() {
        // When
        var answer = bench.post(BATCH, "[{}, {\"specversion\":\"0.3\"}]");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .startsWith(
                        "{\"type\":\"urn:startide:problem:invalid-event\",\"title\":\"The event is not valid\",\"status\":422,")
                .contains("\"events\":[{\"index\":0,\"status\":\"rejected\"");
    }

    @Test
    void acceptsAnEmptyBatch() {
        // When
        var answer = bench.post(BATCH, " [ ] ");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("[]");
    }

    @Test
    void namesTheSourceThatIsMissing() {
        // When
        var answer = bench.postTo("/events/none/such", JSON, "{}".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("no HTTP source with the path /events/none/such");
    }

    @Test
    void writesALaneOfThisInstance() {
        // When
        bench.post(JSON, "{}");

        // Then
        assertThat(bench.ingest.lanes()).extracting(lane -> lane.name().value()).containsExactly("http-one");
    }
}
