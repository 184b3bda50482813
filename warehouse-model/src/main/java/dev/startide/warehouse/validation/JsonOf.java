package dev.startide.warehouse.validation;

import static java.util.stream.Collectors.joining;

import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.schema.LogicalType;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is written in a model as the text of a JSON document.
///
/// Values without quotes are numbers, truth values or null if they look like it. A field that is
/// declared to be text, or a date, a time and the like, is text whatever it looks like.
final class JsonOf {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private JsonOf() {}

    /// The payload of an event with these fields.
    static String event(Node.Mapping given, FieldGroup group) {
        return object(
                given,
                entry -> group.fields().stream()
                        .filter(field -> field.name().value().equals(entry))
                        .findFirst());
    }

    /// A document of which nothing is declared.
    static String node(Node node) {
        return switch (node) {
            case Node.Nothing _ -> "null";
            case Node.Scalar scalar -> looksLikeText(scalar) ? quoted(exact(scalar)) : scalar.text();
            case Node.Sequence(var _, var items) ->
                items.stream().map(JsonOf::node).collect(joining(",", "[", "]"));
            case Node.Mapping mapping -> object(mapping, _ -> Optional.empty());
        };
    }

    private interface Declared {
        Optional<Field> field(String name);
    }

    private static String object(Node.Mapping mapping, Declared declared) {
        return mapping.entries().entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + value(entry, declared))
                .collect(joining(",", "{", "}"));
    }

    private static String value(Map.Entry<String, Node> entry, Declared declared) {
        Node node = entry.getValue();
        return declared.field(entry.getKey())
                .map(field -> switch (field) {
                    case Field.Nested nested -> elements(node, nested.element());
                    case Field.Scalar scalar -> single(node, scalar);
                })
                .orElseGet(() -> node(node));
    }

    private static String elements(Node node, FieldGroup element) {
        if (!(node instanceof Node.Sequence(var _, var items))) {
            return node(node);
        }
        return items.stream()
                .map(item -> item instanceof Node.Mapping fields ? event(fields, element) : node(item))
                .collect(joining(",", "[", "]"));
    }

    private static String single(Node node, Field.Scalar field) {
        return node instanceof Node.Scalar scalar && isReadFromText(field) ? quoted(exact(scalar)) : node(node);
    }

    private static boolean isReadFromText(Field.Scalar field) {
        return field.value() instanceof Field.ValueSource.SameName
                && switch (field.type()) {
                    case LogicalType.Text _,
                            LogicalType.Varchar _,
                            LogicalType.Date _,
                            LogicalType.Time _,
                            LogicalType.Timestamp _,
                            LogicalType.Uuid _,
                            LogicalType.Bytes _ -> true;
                    case LogicalType.Int _,
                            LogicalType.BigInt _,
                            LogicalType.Decimal _,
                            LogicalType.Floating _,
                            LogicalType.Bool _,
                            LogicalType.Json _ -> false;
                };
    }

    private static boolean looksLikeText(Node.Scalar scalar) {
        String text = scalar.text();
        return scalar.notation() instanceof Node.Notation.Quoted
                || !(NUMBER.matcher(text).matches() || text.equals("true") || text.equals("false"));
    }

    private static String exact(Node.Scalar scalar) {
        return scalar.notation() instanceof Node.Notation.Quoted(var exact) ? exact : scalar.text();
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            switch (unit) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                default -> json.append(unit < ' ' ? "\\u%04x".formatted((int) unit) : String.valueOf(unit));
            }
        }
        return json.append('"').toString();
    }
}
