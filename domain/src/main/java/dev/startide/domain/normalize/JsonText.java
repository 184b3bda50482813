package dev.startide.domain.normalize;

import dev.startide.domain.normalize.Converted.Value;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes values as JSON text: without blanks, members in their order, numbers digit by digit.
public final class JsonText {

    private static final String TYPE = "json";

    private final StringBuilder text = new StringBuilder();
    private boolean storable = true;

    private JsonText() {}

    /// A value as a JSON document.
    static Converted of(Scalar value) {
        return switch (value) {
            case Scalar.Floating(double number)
            when !Double.isFinite(number) -> Converted.outOfRange(TYPE, "a number that is not finite");
            case Scalar.Other(String kind) -> Converted.mismatch(TYPE, kind);
            case Scalar.Document(var _, String json) -> new Value(json);
            default -> ofTree(value);
        };
    }

    /// A tree of [Map], [List], [Scalar] and null as a JSON document.
    public static Converted ofTree(@Nullable Object tree) {
        JsonText json = new JsonText();
        json.write(tree);
        return json.storable ? new Value(json.text.toString()) : Converted.outOfRange(TYPE, TextConversions.UNSTORABLE);
    }

    private void write(@Nullable Object tree) {
        switch (tree) {
            case null -> text.append("null");
            case Map<?, ?> members -> write(members);
            case List<?> elements -> write(elements);
            case Scalar scalar -> write(scalar);
            default -> throw new IllegalArgumentException("No part of a tree: " + tree.getClass());
        }
    }

    private void write(Map<?, ?> members) {
        String separator = "{";
        for (Map.Entry<?, ?> member : members.entrySet()) {
            text.append(separator);
            quote((String) member.getKey());
            text.append(':');
            write(member.getValue());
            separator = ",";
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }

    private void write(List<?> elements) {
        String separator = "[";
        for (Object element : elements) {
            text.append(separator);
            write(element);
            separator = ",";
        }
        text.append(elements.isEmpty() ? "[]" : "]");
    }

    private void write(Scalar scalar) {
        switch (scalar) {
            case Scalar.Text(String value) -> quote(value);
            case Scalar.Whole(long value) -> text.append(value);
            case Scalar.Exact(BigDecimal value) -> text.append(value);
            case Scalar.Floating(double value) when Double.isFinite(value) -> text.append(value);
            case Scalar.Floating(double value) -> quote(Double.toString(value));
            case Scalar.Truth(boolean value) -> text.append(value);
            case Scalar.Binary(byte[] value) -> quote(Base64.getEncoder().encodeToString(value));
            case Scalar.Day(var value) -> quote(value.toString());
            case Scalar.TimeOfDay(var value) -> quote(value.toString());
            case Scalar.Moment(var value) -> quote(value.toString());
            case Scalar.Id(UUID value) -> quote(value.toString());
            case Scalar.Document(var _, String json) -> text.append(json);
            case Scalar.Other(String kind) -> quote(kind);
        }
    }

    private void quote(String value) {
        storable &= TextConversions.isStorable(value);
        text.append('"');
        for (int index = 0; index < value.length(); index++) {
            char each = value.charAt(index);
            switch (each) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (each < ' ') {
                        text.append("\\u%04x".formatted((int) each));
                    } else {
                        text.append(each);
                    }
                }
            }
        }
        text.append('"');
    }
}
