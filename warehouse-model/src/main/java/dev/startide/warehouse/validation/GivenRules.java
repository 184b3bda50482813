package dev.startide.warehouse.validation;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.expectation.GivenEvent;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.mapping.UnknownFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is asked of the events that a test gives: a type or a source of the model, and fields that
/// something is read from.
final class GivenRules {

    private static final String SOURCE = "source";
    private static final String PAYLOAD = "payload";
    private static final String REMEDY =
            "Write '{ event_type: { field: value } }', or '{ source: name, payload: { … } }'.";

    /// A field of the payload, or of an element of a list in it, as an expression names it.
    private static final Pattern SELECTED = Pattern.compile("\\b(?:event|element)\\.([A-Za-z_]\\w*)");

    /// An expression that may look at any field.
    private static final Pattern ANY = Pattern.compile("\\b(?:event|element)\\b(?!\\s*\\.\\s*[A-Za-z_])");

    private final WarehouseModel model;
    private final Issues issues;

    GivenRules(WarehouseModel model, Issues issues) {
        this.model = model;
        this.issues = issues;
    }

    Optional<GivenEvent> resolve(Node item) {
        return TestForm.keysOf(item, REMEDY, issues).flatMap(keys -> {
            Map<String, Node> entries = keys.entries();
            Node source = entries.get(SOURCE);
            Node payload = entries.get(PAYLOAD);
            if (entries.size() == 2 && source != null && payload != null) {
                return ofSource(source, payload);
            }
            if (entries.size() != 1) {
                issues.errorOfPart(item.path(), "is no single event", REMEDY);
                return Optional.empty();
            }
            Map.Entry<String, Node> only = entries.entrySet().iterator().next();
            return ofType(only.getKey(), only.getValue());
        });
    }

    private Optional<GivenEvent> ofSource(Node source, Node payload) {
        String wanted = PartReader.textOf(source, issues).text();
        return model.sources().stream()
                .filter(known -> known.name().value().equals(wanted))
                .<GivenEvent>map(known -> new GivenEvent.OfSource(
                        known.name(), payload instanceof Node.Scalar text ? text.text() : JsonOf.node(payload)))
                .findFirst()
                .or(() -> unknown(
                        source.path(),
                        SOURCE,
                        wanted,
                        names(model.sources().stream().map(known -> known.name().value()))));
    }

    private Optional<GivenEvent> ofType(String wanted, Node payload) {
        Optional<EventType> type = model.events().stream()
                .filter(known -> known.name().value().equals(wanted))
                .findFirst();
        if (type.isEmpty()) {
            return unknown(
                    payload.path(),
                    "event",
                    wanted,
                    names(model.events().stream().map(known -> known.name().value())));
        }
        return TestForm.keysOf(payload, "Write the fields of the event.", issues)
                .map(fields -> {
                    Set<String> named = new LinkedHashSet<>();
                    boolean isCertain = expressions(type.get()).allMatch(expression -> addNames(expression, named));
                    if (isCertain && type.get().unknown() == UnknownFields.IGNORE) {
                        checkNames(fields, type.get().fields(), named);
                    }
                    return new GivenEvent.OfType(
                            type.get().name(), JsonOf.event(fields, type.get().fields()));
                });
    }

    private void checkNames(Node.Mapping given, FieldGroup group, Set<String> named) {
        Set<String> known = new LinkedHashSet<>();
        group.fields().forEach(field -> known.add(field.name().value()));
        known.addAll(named);
        given.entries().forEach((name, value) -> {
            if (!known.contains(name)) {
                issues.errorOfPart(
                        value.path(),
                        "nothing reads a field '%s'".formatted(name),
                        Suggestion.sentence(name, known, ""));
            }
            group.fields().stream()
                    .filter(field -> field.name().value().equals(name))
                    .forEach(field -> checkInside(value, field, named));
        });
    }

    private void checkInside(Node value, Field field, Set<String> named) {
        if (field instanceof Field.Nested(var _, var element) && value instanceof Node.Sequence(var _, var items)) {
            items.forEach(item -> {
                if (item instanceof Node.Mapping inner) {
                    checkNames(inner, element, named);
                }
            });
        }
    }

    /// Notes the fields that an expression names.
    ///
    /// @return whether it can look at no others
    private static boolean addNames(String expression, Set<String> named) {
        SELECTED.matcher(expression).results().map(found -> found.group(1)).forEach(named::add);
        return !ANY.matcher(expression).find();
    }

    private static Stream<String> expressions(EventType type) {
        Stream<String> condition =
                type.when() instanceof EventType.Condition.Cel(var expression) ? Stream.of(expression) : Stream.empty();
        return Stream.concat(condition, expressions(type.fields()));
    }

    private static Stream<String> expressions(FieldGroup group) {
        return group.fields().stream().flatMap(field -> switch (field) {
            case Field.Nested nested -> expressions(nested.element());
            case Field.Scalar scalar ->
                scalar.value() instanceof Field.ValueSource.Cel(var expression)
                        ? Stream.of(expression)
                        : Stream.empty();
        });
    }

    private static List<String> names(Stream<String> names) {
        return names.toList();
    }

    private Optional<GivenEvent> unknown(String path, String kind, String wanted, List<String> known) {
        issues.errorOfPart(
                path,
                "there is no %s '%s'".formatted(kind, wanted),
                Suggestion.sentence(wanted, known, "The model has none: declare it first."));
        return Optional.empty();
    }
}
