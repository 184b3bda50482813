package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.EventDeclaration;
import dev.startide.warehouse.declaration.FieldDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.EventParts;
import java.util.List;

/// How a type of event and its fields are written.
final class EventForm {

    private EventForm() {}

    static EventDeclaration read(Written name, Node part, Issues issues) {
        return PartReader.of(part, EventParts.EVENT, issues)
                .map(reader -> event(name, reader))
                .orElseGet(() -> {
                    Written nothing = Written.nothing(name.path());
                    return new EventDeclaration(
                            name,
                            nothing,
                            nothing,
                            nothing,
                            nothing,
                            List.of(),
                            nothing,
                            Section.uncertain(),
                            Section.Extent.UNCERTAIN);
                });
    }

    private static EventDeclaration event(Written name, PartReader reader) {
        reader.require("fields", "List its fields with their types, such as 'fields: { order_id: text }'.");
        var event = new EventDeclaration(
                name,
                reader.text("description"),
                reader.requiredText("source", "Name the source that carries it."),
                reader.text("when"),
                reader.text("time"),
                reader.texts("id"),
                reader.text("sequence"),
                fields(reader),
                reader.suspects("time") ? Section.Extent.UNCERTAIN : Section.Extent.WHOLE);
        reader.close();
        return event;
    }

    /// Without fields there is nothing to rely on, so that names of fields are not complained about.
    private static Section<FieldDeclaration> fields(PartReader reader) {
        Section<FieldDeclaration> fields = reader.section("fields", (name, part) -> field(name, part, reader.issues()));
        return fields.parts().isEmpty() ? Section.uncertain() : fields;
    }

    private static FieldDeclaration field(Written name, Node part, Issues issues) {
        return switch (part) {
            case Node.Scalar _ -> single(name, PartReader.textOf(part, issues));
            case Node.Mapping _ ->
                longForm(name, PartReader.of(part, EventParts.FIELD, issues).orElseThrow());
            case Node.Sequence(var _, var items) -> repeated(name, items, issues);
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
                            "has no type; groups of fields are not yet supported in this version",
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

    private static FieldDeclaration repeated(Written name, List<Node> items, Issues issues) {
        if (items.size() == 1 && items.getFirst() instanceof Node.Mapping element) {
            return new FieldDeclaration.Repeated(
                    name, PartReader.sectionOf(element, (inner, part) -> field(inner, part, issues), issues));
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
