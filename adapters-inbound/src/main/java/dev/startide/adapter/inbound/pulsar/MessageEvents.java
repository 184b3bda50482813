package dev.startide.adapter.inbound.pulsar;

import dev.startide.adapter.inbound.decode.CloudEventId;
import dev.startide.adapter.inbound.decode.Headers;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClientException;

/// Makes events of the messages of a partition. Nothing is decoded and nothing refused: what a
/// message says, if it says anything readable, is for the load to find out.
///
/// Used by one thread.
final class MessageEvents {

    static final String KEY = "pulsar-key";
    static final String TOMBSTONE = "pulsar-tombstone";
    private static final String PUBLISH_TIME = "pulsar-publish-time";
    private static final String EVENT_TIME = "pulsar-event-time";

    private final MessagePayloads payloads;
    private final Clock clock;

    MessageEvents(MessagePayloads payloads, Clock clock) {
        this.payloads = payloads;
        this.clock = clock;
    }

    IncomingEvent of(Message<byte[]> message) throws PulsarClientException {
        return new IncomingEvent(
                identity(message.getProperties()), headers(message), clock.instant(), payloads.of(message));
    }

    /// By position, unless the sender gave CloudEvents attributes.
    private static Identity identity(Map<String, String> properties) {
        String id = properties.get("ce-id");
        String source = properties.get("ce-source");
        Optional<Identity> given = id == null || source == null ? Optional.empty() : CloudEventId.of(source, id);
        return given.orElseGet(Identity.InContent::new);
    }

    /// What Pulsar says stands for itself: no property of a producer passes for it.
    private static Map<String, String> headers(Message<byte[]> message) {
        Map<String, String> headers = new HashMap<>(message.getProperties());
        put(headers, KEY, message.hasKey() ? Optional.of(message.getKey()) : Optional.empty());
        put(headers, PUBLISH_TIME, Optional.of(instant(message.getPublishTime())));
        put(
                headers,
                EVENT_TIME,
                message.getEventTime() > 0 ? Optional.of(instant(message.getEventTime())) : Optional.empty());
        put(headers, TOMBSTONE, message.getData() == null ? Optional.of("true") : Optional.empty());
        return Headers.bounded(headers);
    }

    private static void put(Map<String, String> headers, String name, Optional<String> value) {
        headers.remove(name);
        value.ifPresent(said -> headers.put(name, said));
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
