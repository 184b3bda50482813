package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FieldDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.EventParts;
import dev.startide.warehouse.schema.LogicalType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How fields are written: each by itself, or a group of them that is declared once.
final class FieldForm {

    private static final String INCLUDE = "include";

    private final Catalogue<Section<FieldDeclaration>> groups;
    private final Issues issues;

    /// @param groups those that may be included, which may grow while fields are read
    FieldForm(Catalogue<Section<FieldDeclaration>> groups, Issues issues) {
        this.groups = groups;
        this.issues = issues;
    }

    /// The fields of an event, of an element in it, or of a group.
    Section<FieldDeclaration> read(Node node) {
        if (PartReader.ofNames(node, issues).isEmpty() || !(node instanceof Node.Mapping(var _, var entries))) {
            return Section.uncertain();
        }
        Map<String, FieldDeclaration> fields = new LinkedHashMap<>();
        List<Section<FieldDeclaration>> included = new ArrayList<>();
        entries.forEach((name, part) -> {
            if (namesGroups(name, part)) {
                PartReader.textsOf(part, issues).forEach(group -> included.add(include(group, entries, fields)));
            } else {
                fields.put(name, field(Written.name(part.path(), name), part));
            }
        });
        return new Section<>(
                List.copyOf(fields.values()),
                included.stream().allMatch(Section::isWhole) ? Section.Extent.WHOLE : Section.Extent.UNCERTAIN);
    }

    /// A field may be called so as well: then a type stands behind it, or the fields of an element.
    private static boolean namesGroups(String name, Node part) {
        return name.equals(INCLUDE)
                && switch (part) {
                    case Node.Scalar(var _, var text, var _) ->
                        LogicalType.parse(text).isEmpty();
                    case Node.Sequence(var _, var items) ->
                        !items.isEmpty() && items.stream().allMatch(Node.Scalar.class::isInstance);
                    case Node.Mapping _, Node.Nothing _ -> false;
                };
    }

    private Section<FieldDeclaration> include(
            Written group, Map<String, Node> beside, Map<String, FieldDeclaration> fields) {
        Section<FieldDeclaration> included = groups.find(group, issues).orElse(Section.uncertain());
        for (FieldDeclaration field : included.parts()) {
            String name = field.name().text();
            if (beside.containsKey(name) || fields.putIfAbsent(name, field) != null) {
                issues.error(
                        group,
                        "'%s' brings a field '%s', which is here as well".formatted(group.text(), name),
                        "Rename or remove one of them, or take the field out of the group.");
            }
        }
        return included;
    }

    private FieldDeclaration field(Written name, Node part) {
        return switch (part) {
            case Node.Scalar _ -> single(name, PartReader.textOf(part, issues));
            case Node.Mapping _ ->
                longForm(name, PartReader.of(part, EventParts.FIELD, issues).orElseThrow());
            case Node.Sequence(var _, var items) -> repeated(name, items);
            case Node.Nothing _ -> {
                issues.errorOfPart(part.path(), "has no type", "Write a type behind it, such as 'text'.");
                yield single(name, Written.nothing(part.path()));
            }
        };
    }

    private static FieldDeclaration longForm(Written name, PartReader reader) {
        boolean isObject = EventParts.FIELD.keys().stream()
                .noneMatch(key -> reader.node(key.name()).isPresent());
        if (isObject) {
            reader.issues()
                    .errorOfPart(
                            reader.path(),
                            "has no type; what lies inside an object is declared field by field",
                            "Declare each inner field as one of the event, such as "
                                    + "'city: { type: text, value: event.address.city }'.");
            return single(name, Written.nothing(reader.path()));
        }
        var field = new FieldDeclaration.Single(
                name,
                reader.requiredText("type", "Write its type, such as 'type: text'."),
                reader.text("required"),
                reader.text("value"),
                reader.texts("enum"),
                reader.text("description"));
        Flag.read(reader.text("pii"), reader.issues());
        reader.close();
        return field;
    }

    private FieldDeclaration repeated(Written name, List<Node> items) {
        if (items.size() == 1 && items.getFirst() instanceof Node.Mapping element) {
            return new FieldDeclaration.Repeated(name, read(element));
        }
        issues.error(
                name,
                "is a list, but does not describe its elements",
                "Describe the fields of one element, such as '[ { line_no: int, product_id: text } ]'.");
        return new FieldDeclaration.Repeated(name, Section.uncertain());
    }

    private static FieldDeclaration single(Written name, Written type) {
        Written nothing = Written.nothing(name.path());
        return new FieldDeclaration.Single(name, type, nothing, nothing, List.of(), nothing);
    }
}
