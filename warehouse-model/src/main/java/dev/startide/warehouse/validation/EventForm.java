package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.EventDeclaration;
import dev.startide.warehouse.declaration.FieldDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.EventParts;
import java.util.List;

/// How a type of event is written.
final class EventForm {

    private EventForm() {}

    static EventDeclaration read(Written name, Node part, FieldForm fields, Issues issues) {
        return PartReader.of(part, EventParts.EVENT, issues)
                .map(reader -> event(name, reader, fields))
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
                            nothing,
                            Section.Extent.UNCERTAIN);
                });
    }

    private static EventDeclaration event(Written name, PartReader reader, FieldForm fields) {
        reader.require("fields", "List its fields with their types, such as 'fields: { order_id: text }'.");
        var event = new EventDeclaration(
                name,
                reader.text("description"),
                reader.requiredText("source", "Name the source that carries it."),
                reader.text("when"),
                reader.text("time"),
                reader.texts("id"),
                reader.text("sequence"),
                fields(reader, fields),
                reader.text("unknown"),
                reader.suspects("time") ? Section.Extent.UNCERTAIN : Section.Extent.WHOLE);
        reader.close();
        return event;
    }

    /// Without fields there is nothing to rely on, so that names of fields are not complained about.
    private static Section<FieldDeclaration> fields(PartReader reader, FieldForm form) {
        return reader.node("fields")
                .map(form::read)
                .filter(fields -> !fields.parts().isEmpty())
                .orElse(Section.uncertain());
    }
}
