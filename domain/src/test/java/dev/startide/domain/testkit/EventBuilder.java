package dev.startide.domain.testkit;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.Payload;
import dev.startide.domain.event.PayloadSchema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Builds events as sources deliver them. Immutable; starts from a whole event, so that a test says
/// only what it is about.
public record EventBuilder(
        IncomingEvent.Identity identity, Map<String, String> headers, Instant arrivedAt, Payload payload) {

    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
    private static final String JSON = "application/json";

    /// An event with this id, whose content is a JSON document that names it.
    public static EventBuilder anEvent(String id) {
        return new EventBuilder(
                new IncomingEvent.Identity.Given(id),
                Map.of("key", id),
                NOON,
                new Payload.SelfDescribing(JSON, utf8("{\"id\":\"%s\"}".formatted(id))));
    }

    /// One whole event for each id.
    public static List<IncomingEvent> events(String... ids) {
        return Stream.of(ids).map(id -> anEvent(id).build()).toList();
    }

    public EventBuilder withoutId() {
        return new EventBuilder(new IncomingEvent.Identity.InContent(), headers, arrivedAt, payload);
    }

    public EventBuilder saying(String content) {
        return saying(utf8(content));
    }

    public EventBuilder saying(byte[] content) {
        return new EventBuilder(
                identity, headers, arrivedAt, new Payload.SelfDescribing(payload.contentType(), content));
    }

    public EventBuilder writtenWith(PayloadSchema schema) {
        return new EventBuilder(
                identity, headers, arrivedAt, new Payload.WithSchema(payload.contentType(), payload.bytes(), schema));
    }

    public EventBuilder withHeaders(Map<String, String> others) {
        return new EventBuilder(identity, others, arrivedAt, payload);
    }

    public EventBuilder arrivingAt(Instant time) {
        return new EventBuilder(identity, headers, time, payload);
    }

    public IncomingEvent build() {
        return new IncomingEvent(identity, headers, arrivedAt, payload);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
