package dev.startide.warehouse.mapping;

import java.util.Set;
import java.util.regex.Pattern;

/// Names of others in expressions.
final class CelNames {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private static final Set<String> RESERVED =
            Set.of(("as break const continue else false for function if import in let loop namespace null package "
                            + "return true var void while")
                    .split(" "));

    private CelNames() {}

    /// The selection of a member: `.name`, or `['a name']`.
    static String selected(String name) {
        return IDENTIFIER.matcher(name).matches() && !RESERVED.contains(name)
                ? "." + name
                : "['%s']".formatted(escaped(name));
    }

    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(letter -> {
            if (letter == '\'' || letter == '\\') {
                text.append('\\').appendCodePoint(letter);
            } else if (Character.isISOControl(letter)) {
                text.append("\\u%04x".formatted(letter));
            } else {
                text.appendCodePoint(letter);
            }
        });
        return text.toString();
    }
}
