package dev.startide.domain.trace;

import dev.startide.domain.normalize.Conversions;
import dev.startide.domain.normalize.Converted;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Scalar;
import dev.startide.warehouse.star.Attribute;
import java.util.List;

/// Keys as somebody types them: parts in order, with commas between them.
public final class KeyText {

    private KeyText() {}

    /// Reads a key. A key of one part may hold commas.
    ///
    /// @throws IllegalArgumentException if the text has another number of parts, or one of another
    ///     type; the message says which
    public static Key read(List<Attribute> parts, String text) {
        List<String> texts = parts.size() == 1 ? List.of(text) : List.of(text.split(",", -1));
        if (texts.size() != parts.size()) {
            throw new IllegalArgumentException("A key has %d parts with commas between them, %s, and not %d"
                    .formatted(parts.size(), parts.stream().map(Attribute::name).toList(), texts.size()));
        }
        Object[] values = new Object[texts.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = value(parts.get(index), texts.get(index).strip());
        }
        return Key.of(values);
    }

    private static Object value(Attribute part, String text) {
        return switch (Conversions.convert(new Scalar.Text(text), part.type())) {
            case Converted.Value(Object value) -> value;
            case Converted.Problem(var _, String message) ->
                throw new IllegalArgumentException("%s: %s".formatted(part.name(), message));
        };
    }
}
