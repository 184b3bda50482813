package dev.startide.adapter.inbound.http;

import dev.startide.adapter.inbound.decode.CloudEventId;
import dev.startide.adapter.inbound.decode.Headers;
import dev.startide.adapter.inbound.decode.JsonScan;
import dev.startide.adapter.inbound.decode.Scanned;
import dev.startide.adapter.inbound.decode.Scanned.Fault;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.Payload;
import dev.startide.domain.event.PayloadLimits;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Events that are nothing but a JSON object; their content identifies them, or the message that
/// they came in.
final class PlainEvents {

    private PlainEvents() {}

    static Item object(byte[] document, Instant now) {
        return object(document, now, new Identity.InContent(), Map.of());
    }

    /// An object that a signed message consists of: the message's id identifies it, however often
    /// it is sent.
    static Item message(byte[] document, Instant now, WebhookCall call) {
        Identity identity = CloudEventId.of("webhook", call.id()).orElseGet(Identity.InContent::new);
        Map<String, String> headers = Map.of(WebhookCall.ID, call.id(), WebhookCall.TIMESTAMP, call.timestamp());
        return object(document, now, identity, Headers.bounded(headers));
    }

    private static Item object(byte[] document, Instant now, Identity identity, Map<String, String> headers) {
        Optional<Item.Refused> size = tooLarge(document);
        if (size.isPresent()) {
            return size.get();
        }
        return switch (JsonScan.object(document, Set.of())) {
            case Scanned.Sound _ ->
                new Item.Usable(new IncomingEvent(
                        identity, headers, now, new Payload.SelfDescribing(EventParser.JSON, document)));
            case Scanned.Unsound unsound -> refused(unsound);
        };
    }

    static Item.Refused refused(Scanned.Unsound unsound) {
        Mistake mistake = unsound.fault() == Fault.MALFORMED ? Mistake.MALFORMED : Mistake.INVALID_EVENT;
        return new Item.Refused(mistake, unsound.reason());
    }

    static Optional<Item.Refused> tooLarge(byte[] document) {
        return document.length <= PayloadLimits.MAX_BYTES
                ? Optional.empty()
                : Optional.of(new Item.Refused(
                        Mistake.TOO_LARGE, "has more than %d bytes".formatted(PayloadLimits.MAX_BYTES)));
    }
}
