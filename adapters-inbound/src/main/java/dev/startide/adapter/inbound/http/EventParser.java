package dev.startide.adapter.inbound.http;

import dev.startide.adapter.inbound.decode.JsonElements;
import dev.startide.adapter.inbound.decode.Lines;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Cuts the body of a request into events, in the way its media type says. Safe for use by many
/// threads.
@Singleton
final class EventParser {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final String SUPPORTED = "Send %s, %s, %s or %s".formatted(STRUCTURED, BATCH, NDJSON, JSON);

    private final HttpIngestConfig config;
    private final Clock clock;

    EventParser(HttpIngestConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /// Whether a request holds one event or a list of them, which decides how it is answered.
    sealed interface Parsed {

        /// How many events it holds, usable or not.
        int count();

        record One(Item item) implements Parsed {

            @Override
            public int count() {
                return 1;
            }
        }

        record Several(List<Item> items) implements Parsed {

            @Override
            public int count() {
                return items.size();
            }
        }
    }

    /// Refuses a request by its head alone, before its body is read.
    ///
    /// @return its media type, without parameters
    String requireMediaType(HttpHeaders headers) throws RefusedException {
        Optional<MediaType> type = headers.contentType();
        String name = type.map(MediaType::getName).orElse(JSON).toLowerCase(Locale.ROOT);
        boolean isList = name.equals(BATCH) || name.equals(NDJSON);
        boolean isJson = name.equals(JSON) || name.endsWith("+json");
        boolean isBinary = CloudEvents.isBinary(headers);
        if (!isList && !name.equals(STRUCTURED) && !name.equals(JSON) && !(isBinary && isJson)) {
            throw new RefusedException(Mistake.MEDIA_TYPE, "%s is not supported. %s".formatted(name, SUPPORTED));
        }
        String charset =
                type.flatMap(given -> given.getParameters().get("charset")).orElse("utf-8");
        if (!charset.equalsIgnoreCase("utf-8")) {
            throw new RefusedException(Mistake.MEDIA_TYPE, "JSON is sent in UTF-8, not in another character set");
        }
        return name;
    }

    /// Cuts a body.
    ///
    /// @param mediaType as returned by [#requireMediaType]
    /// @param message what the request is a message of, where it was signed as one
    Parsed parse(String mediaType, HttpHeaders headers, byte[] body, Optional<WebhookCall> message)
            throws RefusedException {
        Instant now = clock.instant();
        return switch (mediaType) {
            case STRUCTURED -> new Parsed.One(CloudEvents.structured(body, now));
            case BATCH -> new Parsed.Several(batch(body, now));
            case NDJSON -> new Parsed.Several(lines(body, now));
            case String other
            when CloudEvents.isBinary(headers) -> new Parsed.One(CloudEvents.binary(headers, other, body, now));
            default ->
                new Parsed.One(message.map(call -> PlainEvents.message(body, now, call))
                        .orElseGet(() -> PlainEvents.object(body, now)));
        };
    }

    private List<Item> batch(byte[] body, Instant now) throws RefusedException {
        return switch (JsonElements.of(body, config.maxEvents())) {
            case JsonElements.Cut.Elements(var slices) ->
                slices.stream().map(slice -> CloudEvents.structured(slice, now)).toList();
            case JsonElements.Cut.TooMany _ -> throw tooMany();
            case JsonElements.Cut.NotAnArray _ ->
                throw new RefusedException(Mistake.MALFORMED, "A batch is a JSON array of CloudEvents");
            case JsonElements.Cut.Malformed _ ->
                throw new RefusedException(Mistake.MALFORMED, "The body is not well-formed JSON in UTF-8");
        };
    }

    private List<Item> lines(byte[] body, Instant now) throws RefusedException {
        Lines lines = new Lines(new ByteArrayInputStream(body), body.length);
        List<Item> items = new ArrayList<>();
        try {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (items.size() == config.maxEvents()) {
                    throw tooMany();
                }
                items.add(PlainEvents.object(line.get().bytes(), now));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory cannot fail to be read", impossible);
        }
        return items;
    }

    private RefusedException tooMany() {
        return new RefusedException(
                Mistake.TOO_LARGE, "A request may hold %d events; send more requests".formatted(config.maxEvents()));
    }
}
