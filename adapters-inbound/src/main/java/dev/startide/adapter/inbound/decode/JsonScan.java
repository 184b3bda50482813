package dev.startide.adapter.inbound.decode;

import static dev.startide.domain.event.PayloadLimits.MAX_DEPTH;
import static dev.startide.domain.event.PayloadLimits.MAX_ELEMENTS;
import static dev.startide.domain.event.PayloadLimits.MAX_EXPONENT;
import static dev.startide.domain.event.PayloadLimits.MAX_NAME_LENGTH;
import static dev.startide.domain.event.PayloadLimits.MAX_NUMBER_LENGTH;
import static dev.startide.domain.event.PayloadLimits.MAX_TEXT_LENGTH;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.startide.adapter.inbound.decode.Scanned.Fault;
import dev.startide.adapter.inbound.decode.Scanned.Sound;
import dev.startide.adapter.inbound.decode.Scanned.Unsound;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads a JSON object once, without building anything of it: whether it is well-formed, within the
/// limits of [dev.startide.domain.event.PayloadLimits], and what a few of its members say.
public final class JsonScan {

    private static final JsonFactory WITHIN_LIMITS = factory(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .maxNameLength(MAX_NAME_LENGTH)
            .maxStringLength(MAX_TEXT_LENGTH)
            .build());

    private static final Unsound BEYOND_LIMITS = new Unsound(
            Fault.BEYOND_LIMITS,
            "exceeds a limit: %d levels, %d elements of a list, %d characters of a number, exponents of %d, %d characters of a name, %d of a text"
                    .formatted(
                            MAX_DEPTH,
                            MAX_ELEMENTS,
                            MAX_NUMBER_LENGTH,
                            MAX_EXPONENT,
                            MAX_NAME_LENGTH,
                            MAX_TEXT_LENGTH));

    private final JsonParser parser;
    private final Set<String> wanted;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> present = new HashSet<>();

    private JsonScan(JsonParser parser, Set<String> wanted) {
        this.parser = parser;
        this.wanted = wanted;
    }

    /// Scans a document.
    ///
    /// @param wanted names of members of the outermost object to report
    public static Scanned object(byte[] document, Set<String> wanted) {
        try (JsonParser parser = WITHIN_LIMITS.createParser(document)) {
            return new JsonScan(parser, wanted).scan();
        } catch (StreamConstraintsException _) {
            return BEYOND_LIMITS;
        } catch (IOException _) {
            return new Unsound(Fault.MALFORMED, "is not well-formed JSON in UTF-8");
        }
    }

    /// The configuration of every parser of JSON that arrives: UTF-8 alone, and no names of senders
    /// kept for good.
    static JsonFactory factory(StreamReadConstraints limits) {
        return JsonFactory.builder()
                .streamReadConstraints(limits)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    private Scanned scan() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return new Unsound(Fault.MALFORMED, "is empty");
        }
        boolean complete = false;
        for (JsonToken token = first; token != null; token = parser.nextToken()) {
            if (complete) {
                return new Unsound(Fault.MALFORMED, "holds more than one JSON document");
            }
            if (!isWithinLimits(token)) {
                return BEYOND_LIMITS;
            }
            if (!note(token)) {
                return new Unsound(Fault.MALFORMED, "says \"%s\" twice".formatted(parser.currentName()));
            }
            complete = parser.getParsingContext().inRoot();
        }
        return first == JsonToken.START_OBJECT
                ? new Sound(texts, present)
                : new Unsound(Fault.NOT_AN_OBJECT, "is not a JSON object");
    }

    /// Takes in what belongs to a wanted member; false if the member was there before.
    private boolean note(JsonToken token) throws IOException {
        String name = parser.currentName();
        if (name == null || !isOutermost(parser.getParsingContext()) || !wanted.contains(name)) {
            return true;
        }
        if (token == JsonToken.FIELD_NAME) {
            return present.add(name);
        }
        if (token == JsonToken.VALUE_STRING) {
            texts.put(name, parser.getText());
        }
        return true;
    }

    private static boolean isOutermost(JsonStreamContext context) {
        return context.inObject() && context.getParent().inRoot();
    }

    /// Makes the parser look at what it would else skip, and counts elements and exponents.
    private boolean isWithinLimits(JsonToken token) throws IOException {
        parser.finishToken();
        JsonStreamContext context = parser.getParsingContext();
        if (context.inArray() && context.getEntryCount() > MAX_ELEMENTS) {
            return false;
        }
        return token != JsonToken.VALUE_NUMBER_FLOAT || isExponentWithinLimits(parser.getText());
    }

    private static boolean isExponentWithinLimits(String number) {
        int mark = number.toLowerCase(Locale.ROOT).indexOf('e');
        if (mark < 0) {
            return true;
        }
        String digits = number.substring(mark + 1).replaceFirst("^[+-]?0*", "");
        boolean isShort = digits.length() <= Integer.toString(MAX_EXPONENT).length();
        return digits.isEmpty() || (isShort && Integer.parseInt(digits) <= MAX_EXPONENT);
    }
}
