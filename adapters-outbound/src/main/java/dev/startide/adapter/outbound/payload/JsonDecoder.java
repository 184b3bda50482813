package dev.startide.adapter.outbound.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.startide.domain.event.PayloadLimits;
import dev.startide.domain.normalize.Converted;
import dev.startide.domain.normalize.DecimalText;
import dev.startide.domain.normalize.Scalar;
import java.io.IOException;
import java.math.BigDecimal;

/// Reads one JSON document in UTF-8 into a target.
final class JsonDecoder {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// Names come from outside: they are not interned, which would keep them for ever.
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(PayloadLimits.MAX_BYTES)
                    .maxNestingDepth(PayloadLimits.MAX_DEPTH)
                    .maxNumberLength(PayloadLimits.MAX_NUMBER_LENGTH)
                    .maxStringLength(PayloadLimits.MAX_TEXT_LENGTH)
                    .maxNameLength(PayloadLimits.MAX_NAME_LENGTH)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonDecoder(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws Refusal if the bytes are no such document, or what the target says about it
    static void decode(byte[] bytes, Target root) {
        if (!Utf8.isValid(bytes, 0, bytes.length)) {
            throw Refusal.unreadable("the payload is not UTF-8");
        }
        int start = startsWithByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        try (JsonParser parser = FACTORY.createParser(bytes, start, bytes.length - start)) {
            new JsonDecoder(parser).document(root);
        } catch (StreamConstraintsException beyond) {
            throw Refusal.beyondLimit("the JSON document is too deep, or has too long a number, text or name");
        } catch (JsonProcessingException malformed) {
            throw Refusal.unreadable(describe(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory cannot fail to be read", impossible);
        }
    }

    private void document(Target root) throws IOException {
        if (parser.nextToken() == null) {
            throw Refusal.unreadable("the payload is empty");
        }
        value(root);
        if (parser.nextToken() != null) {
            throw Refusal.unreadable("the payload goes on after its JSON document");
        }
    }

    private void value(Target target) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(target.object());
            case START_ARRAY -> list(target.list());
            case VALUE_STRING -> target.scalar(new Scalar.Text(text()));
            case VALUE_NUMBER_INT -> target.scalar(whole());
            case VALUE_NUMBER_FLOAT -> target.scalar(exact(parser.getText()));
            case VALUE_TRUE -> target.scalar(new Scalar.Truth(true));
            case VALUE_FALSE -> target.scalar(new Scalar.Truth(false));
            case VALUE_NULL -> target.nothing();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw Refusal.unreadable("the payload is not valid JSON");
        }
    }

    private void object(Target.ObjectTarget object) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Target member = object.member(name);
            parser.nextToken();
            if (member == null) {
                skip();
            } else {
                value(member);
            }
        }
        object.end();
    }

    private void list(Target.ListTarget list) throws IOException {
        for (int elements = 1; parser.nextToken() != JsonToken.END_ARRAY; elements++) {
            requireWithinLimit(elements);
            value(list.element());
        }
        list.end();
    }

    /// Passes over a value, within the same limits as if it were wanted: whether a payload can be
    /// read does not depend on what is declared of it.
    private void skip() throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                while (parser.nextFieldName() != null) {
                    parser.nextToken();
                    skip();
                }
            }
            case START_ARRAY -> {
                for (int elements = 1; parser.nextToken() != JsonToken.END_ARRAY; elements++) {
                    requireWithinLimit(elements);
                    skip();
                }
            }
            case VALUE_STRING -> requireWithinLength(parser.getTextLength());
            case VALUE_NUMBER_FLOAT -> exact(parser.getText());
            case VALUE_NUMBER_INT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {}
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw Refusal.unreadable("the payload is not valid JSON");
        }
    }

    private String text() throws IOException {
        String text = parser.getText();
        requireWithinLength(text.length());
        return text;
    }

    private static void requireWithinLimit(int elements) {
        if (elements > PayloadLimits.MAX_ELEMENTS) {
            throw Refusal.beyondLimit("a list has more than %d elements".formatted(PayloadLimits.MAX_ELEMENTS));
        }
    }

    private static void requireWithinLength(int characters) {
        if (characters > PayloadLimits.MAX_TEXT_LENGTH) {
            throw Refusal.beyondLimit("a text has more than %d characters".formatted(PayloadLimits.MAX_TEXT_LENGTH));
        }
    }

    private Scalar whole() throws IOException {
        return parser.getNumberType() == NumberType.BIG_INTEGER
                ? exact(parser.getText())
                : new Scalar.Whole(parser.getLongValue());
    }

    private static Scalar exact(String text) {
        return switch (DecimalText.parse(text, "a number")) {
            case Converted.Value(BigDecimal number) -> new Scalar.Exact(number);
            case Converted.Value _ -> throw new IllegalStateException("A number's text gave something else");
            case Converted.Problem(var reason, String message) -> throw Refusal.because(reason, message);
        };
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }

    /// The parser's own words quote the document, which may hold personal data.
    private static String describe(JsonProcessingException malformed) {
        boolean doubled = String.valueOf(malformed.getOriginalMessage()).startsWith("Duplicate");
        return "%s, at byte %d"
                .formatted(
                        doubled ? "an object has a name twice" : "the payload is not valid JSON",
                        malformed.getLocation().getByteOffset());
    }
}
