package dev.startide.app.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.LoggedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A logged event as one CloudEvent on one line, which can be sent or logged again.
///
/// One that came as a whole CloudEvent is the line, as it came but for line breaks between its
/// members. Of any other, the bytes that came are its data: as JSON if they are JSON on one line,
/// in base64 if not.
public record ExportedEvent(LoggedEvent logged) {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String CE = "ce-";

    /// The line, without its end.
    public String line() {
        byte[] bytes = logged.event().payload().bytes();
        String type = mediaType();
        if (type.equals(STRUCTURED) && isObject(bytes)) {
            return new String(bytes, UTF_8).replace('\n', ' ').replace('\r', ' ');
        }
        return Json.object(logged, (json, event) -> {
            attributes().forEach((name, value) -> write(json, name, value));
            json.writeStringField("datacontenttype", event.event().payload().contentType());
            if (isJson(type) && isObject(bytes) && isOneLine(bytes)) {
                json.writeFieldName("data");
                json.writeRawValue(new String(bytes, UTF_8));
            } else {
                json.writeBinaryField("data_base64", bytes);
            }
        });
    }

    private String mediaType() {
        String type = logged.event().payload().contentType();
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /// Those that came, and what is needed where none did.
    private Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", TraceReport.place(logged.at()));
        attributes.put("source", "startide:" + logged.source());
        attributes.put("type", "startide.exported");
        if (logged.event().identity() instanceof Identity.Given(var id)) {
            int space = id.indexOf(' ');
            attributes.put("id", id.substring(space + 1));
            if (space > 0) {
                attributes.put("source", id.substring(0, space));
            }
        }
        Map<String, String> others = new TreeMap<>();
        logged.event().headers().forEach((name, value) -> {
            if (name.startsWith(CE)) {
                attributes.put(name.substring(CE.length()), value);
            } else {
                others.put(name, value);
            }
        });
        if (!others.isEmpty()) {
            attributes.put(
                    "startideheaders",
                    Json.object(others, (json, all) -> all.forEach((name, value) -> write(json, name, value))));
        }
        return attributes;
    }

    private static void write(JsonGenerator json, String name, String value) {
        try {
            json.writeStringField(name, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
    }

    private static boolean isOneLine(byte[] bytes) {
        for (byte character : bytes) {
            if (character == '\n' || character == '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean isObject(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(new String(bytes, UTF_8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT || !isUtf8(bytes)) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        return Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
    }
}
