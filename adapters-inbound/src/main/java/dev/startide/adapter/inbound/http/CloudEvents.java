package dev.startide.adapter.inbound.http;

import dev.startide.adapter.inbound.decode.CloudEventId;
import dev.startide.adapter.inbound.decode.Headers;
import dev.startide.adapter.inbound.decode.JsonScan;
import dev.startide.adapter.inbound.decode.Scanned;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.Payload;
import io.micronaut.http.HttpHeaders;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads CloudEvents 1.0 as far as it takes to identify them and to refuse what is none.
///
/// A structured event is kept whole, envelope included; of one in binary mode the body is kept, and
/// its attributes as headers with the names that they had, in lower case.
final class CloudEvents {

    private static final String PREFIX = "ce-";
    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
    private static final Set<String> TEXTS =
            Set.of("specversion", "id", "source", "type", "time", "subject", "datacontenttype", "dataschema");
    private static final Set<String> WANTED = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "time",
            "subject",
            "datacontenttype",
            "dataschema",
            "data",
            "data_base64");

    private CloudEvents() {}

    /// Whether the attributes of the event are headers of the request.
    static boolean isBinary(HttpHeaders headers) {
        return headers.contains("ce-specversion") || headers.contains("ce-id") || headers.contains("ce-type");
    }

    /// An event whose attributes and data are members of one JSON object.
    static Item structured(byte[] document, Instant now) {
        Optional<Item.Refused> tooLarge = PlainEvents.tooLarge(document);
        if (tooLarge.isPresent()) {
            return tooLarge.get();
        }
        return switch (JsonScan.object(document, WANTED)) {
            case Scanned.Unsound unsound -> PlainEvents.refused(unsound);
            case Scanned.Sound sound -> structured(document, sound, now);
        };
    }

    private static Item structured(byte[] document, Scanned.Sound sound, Instant now) {
        Optional<String> notText = TEXTS.stream()
                .sorted()
                .filter(name -> sound.present().contains(name) && !sound.texts().containsKey(name))
                .findFirst();
        if (notText.isPresent()) {
            return invalid("has a \"%s\" that is not a text".formatted(notText.get()));
        }
        if (sound.present().containsAll(Set.of("data", "data_base64"))) {
            return invalid("has both \"data\" and \"data_base64\"");
        }
        return checked(sound.texts(), Map.of(), now, new Payload.SelfDescribing(EventParser.STRUCTURED, document));
    }

    /// An event whose attributes are headers and whose data is the body.
    ///
    /// @param mediaType of the body, JSON of some kind
    static Item binary(HttpHeaders headers, String mediaType, byte[] body, Instant now) {
        Map<String, String> attributes = new HashMap<>();
        Map<String, String> kept = new HashMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX) && !values.isEmpty()) {
                String value = PercentEncoding.decode(values.getFirst());
                attributes.put(lower.substring(PREFIX.length()), value);
                kept.put(lower, value);
            }
        });
        Optional<Item.Refused> tooLarge = PlainEvents.tooLarge(body);
        if (tooLarge.isPresent()) {
            return tooLarge.get();
        }
        if (JsonScan.object(body, Set.of()) instanceof Scanned.Unsound unsound) {
            return PlainEvents.refused(unsound);
        }
        return checked(attributes, Headers.bounded(kept), now, new Payload.SelfDescribing(mediaType, body));
    }

    private static Item checked(
            Map<String, String> attributes, Map<String, String> headers, Instant now, Payload payload) {
        for (String name : REQUIRED) {
            if (attributes.getOrDefault(name, "").isBlank()) {
                return invalid("lacks the attribute \"%s\"".formatted(name));
            }
        }
        if (!"1.0".equals(attributes.get("specversion"))) {
            return invalid("is not of \"specversion\" 1.0");
        }
        if (!isTime(attributes.get("time"))) {
            return invalid("has a \"time\" that is not like 2026-01-31T12:00:00Z");
        }
        Optional<Identity> identity =
                CloudEventId.of(attributes.getOrDefault("source", ""), attributes.getOrDefault("id", ""));
        return identity.<Item>map(id -> new Item.Usable(new IncomingEvent(id, headers, now, payload)))
                .orElseGet(() -> invalid(
                        "has a \"source\" or \"id\" that cannot be used: together at most %d characters, no control characters, no white space in the source"
                                .formatted(Identity.MAX_LENGTH - 1)));
    }

    private static boolean isTime(@Nullable String time) {
        if (time == null) {
            return true;
        }
        try {
            return OffsetDateTime.parse(time.toUpperCase(Locale.ROOT)).getYear() > 0;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static Item.Refused invalid(String reason) {
        return new Item.Refused(Mistake.INVALID_EVENT, reason);
    }
}
