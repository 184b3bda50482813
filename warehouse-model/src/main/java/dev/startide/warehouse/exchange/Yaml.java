package dev.startide.warehouse.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes maps, lists, text, numbers and truth values as YAML, always the same way.
final class Yaml {

    /// Text that no reader of YAML takes for anything else.
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z][a-zA-Z0-9_./-]*");

    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private Yaml() {}

    static String of(Map<String, ?> document) {
        Yaml yaml = new Yaml();
        yaml.members(document, "", "");
        return yaml.text.toString();
    }

    /// @param first what stands in front of the first member
    private void members(Map<?, ?> members, String first, String indent) {
        String before = first;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            text.append(before).append(scalar(member.getKey())).append(':');
            value(member.getValue(), indent);
            before = indent;
        }
    }

    private void value(Object value, String indent) {
        switch (value) {
            case Map<?, ?> members
            when !members.isEmpty() -> {
                text.append('\n');
                members(members, indent + INDENT, indent + INDENT);
            }
            case List<?> elements
            when isShort(elements) ->
                text.append(" [")
                        .append(String.join(
                                ", ", elements.stream().map(Yaml::scalar).toList()))
                        .append("]\n");
            case List<?> elements -> {
                text.append('\n');
                elements.forEach(element -> element(element, indent + INDENT));
            }
            default -> text.append(' ').append(scalar(value)).append('\n');
        }
    }

    private void element(Object element, String indent) {
        if (element instanceof Map<?, ?> members) {
            members(members, indent + "- ", indent + INDENT);
        } else {
            text.append(indent).append("- ").append(scalar(element)).append('\n');
        }
    }

    private static boolean isShort(List<?> elements) {
        return elements.stream().noneMatch(element -> element instanceof Map<?, ?> || element instanceof List<?>);
    }

    private static String scalar(Object value) {
        if (!(value instanceof String word)) {
            return value instanceof Map<?, ?> ? "{}" : String.valueOf(value);
        }
        return PLAIN.matcher(word).matches() && !WORDS.contains(word.toLowerCase(Locale.ROOT)) ? word : quoted(word);
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(letter -> {
            switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (letter < ' ' || letter == 0x7F) {
                        quoted.append("\\u%04x".formatted(letter));
                    } else {
                        quoted.append((char) letter);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
