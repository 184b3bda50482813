package dev.startide.adapter.outbound.schemafile;

import dev.startide.warehouse.mapping.DescribedField;
import dev.startide.warehouse.mapping.DescribedField.Content;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.validation.FieldSchemas.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields that a JSON Schema describes.
final class JsonSchemaFields {

    /// Objects within each other that are looked into, also through references; what lies deeper is
    /// JSON.
    private static final int MAX_DEPTH = 8;

    private static final String NULL = "null";

    private final Map<String, Object> root;

    private JsonSchemaFields(Map<String, Object> root) {
        this.root = root;
    }

    static Outcome read(String text) {
        Optional<Map<String, Object>> root = JsonDocument.object(text);
        if (root.isEmpty()) {
            return new Outcome.Unusable("is no JSON object", "Check it with a validator of JSON Schema.");
        }
        JsonSchemaFields schema = new JsonSchemaFields(root.get());
        Map<String, Object> payload = schema.resolved(root.get());
        return payload.get("properties") instanceof Map<?, ?>
                ? new Outcome.Described(schema.fields(payload, 0))
                : new Outcome.Unusable(
                        "describes no object", "An event is an object: put the schema with its 'properties' there.");
    }

    private List<DescribedField> fields(Map<String, Object> object, int depth) {
        List<?> required = object.get("required") instanceof List<?> names ? names : List.of();
        List<DescribedField> fields = new ArrayList<>();
        object(object.get("properties")).forEach((name, property) -> {
            Map<String, Object> schema = resolved(object(property));
            boolean isThere = required.contains(name) && !mayBeNull(schema);
            fields.add(new DescribedField(
                    name,
                    content(schema, depth),
                    isThere ? Presence.REQUIRED : Presence.OPTIONAL,
                    schema.get("description") instanceof String text ? text.strip() : ""));
        });
        return fields;
    }

    private Content content(Map<String, Object> schema, int depth) {
        List<String> types =
                types(schema).stream().filter(type -> !type.equals(NULL)).toList();
        Optional<Map<String, Object>> only = onlyBranch(schema);
        if (only.isPresent() && depth < MAX_DEPTH) {
            return content(only.get(), depth + 1);
        }
        if (types.size() > 1 || depth >= MAX_DEPTH) {
            return json();
        }
        return switch (types.isEmpty() ? implied(schema) : types.getFirst()) {
            case "object" ->
                schema.get("properties") instanceof Map<?, ?> ? new Content.Members(fields(schema, depth + 1)) : json();
            case "array" -> list(resolved(object(schema.get("items"))), depth);
            case String type -> JsonSchemaTypes.of(type, schema);
        };
    }

    private Content list(Map<String, Object> element, int depth) {
        return element.get("properties") instanceof Map<?, ?> && !mayBeNull(element)
                ? new Content.Elements(fields(element, depth + 1))
                : json();
    }

    /// What a schema is about that does not say so.
    private static String implied(Map<String, Object> schema) {
        boolean areTexts = schema.get("enum") instanceof List<?> values
                && !values.isEmpty()
                && values.stream().allMatch(String.class::isInstance);
        return areTexts ? "string" : schema.containsKey("properties") ? "object" : "anything";
    }

    /// What something is if it is not null.
    private Optional<Map<String, Object>> onlyBranch(Map<String, Object> schema) {
        List<Map<String, Object>> branches = branches(schema).stream()
                .filter(branch -> !types(branch).equals(List.of(NULL)))
                .toList();
        return branches.size() == 1 ? Optional.of(branches.getFirst()) : Optional.empty();
    }

    private boolean mayBeNull(Map<String, Object> schema) {
        return types(schema).contains(NULL)
                || branches(schema).stream().anyMatch(branch -> types(branch).contains(NULL));
    }

    private List<Map<String, Object>> branches(Map<String, Object> schema) {
        Object branches = schema.containsKey("anyOf") ? schema.get("anyOf") : schema.get("oneOf");
        return branches instanceof List<?> several
                ? several.stream().map(branch -> resolved(object(branch))).toList()
                : List.of();
    }

    private static List<String> types(Map<String, Object> schema) {
        return switch (schema.get("type")) {
            case String one -> List.of(one);
            case List<?> several -> several.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    /// What a reference within the text leads to, for as many steps as objects may lie in each other.
    private Map<String, Object> resolved(Map<String, Object> schema) {
        Map<String, Object> at = schema;
        for (int step = 0; step < MAX_DEPTH && at.get("$ref") instanceof String reference; step++) {
            at = target(reference);
        }
        return at;
    }

    private Map<String, Object> target(String reference) {
        if (!reference.startsWith("#/")) {
            return Map.of();
        }
        Map<String, Object> at = root;
        for (String name : reference.substring(2).split("/", -1)) {
            at = object(at.get(name.replace("~1", "/").replace("~0", "~")));
        }
        return at;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> members ? (Map<String, Object>) members : Map.of();
    }

    private static Content json() {
        return new Content.Value(new LogicalType.Json(), List.of());
    }
}
