package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.EntityDeclaration;
import dev.startide.warehouse.declaration.EntityDeclaration.ReferenceDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.EntityParts;
import java.util.List;

/// How an entity is written: `order_line: { from: order_placed, deleted_by: line_removed, each:
/// lines, key: [order_id, line_no], references: { order_id: order } }`.
final class EntityForm {

    private EntityForm() {}

    static EntityDeclaration read(Written name, Node part, Issues issues) {
        return PartReader.of(part, EntityParts.ENTITY, issues)
                .map(reader -> entity(name, reader))
                .orElseGet(() -> new EntityDeclaration(
                        name,
                        Written.nothing(name.path()),
                        List.of(),
                        List.of(),
                        Written.nothing(name.path()),
                        List.of(),
                        List.of(),
                        Section.uncertain()));
    }

    private static EntityDeclaration entity(Written name, PartReader reader) {
        Issues issues = reader.issues();
        var entity = new EntityDeclaration(
                name,
                reader.text("description"),
                reader.requiredTexts("from", "Name the event, or the events, that tell of it."),
                reader.texts("deleted_by"),
                reader.text("each"),
                reader.requiredTexts("key", "Name the field, or the fields, that identify one."),
                reader.texts("formerly"),
                reader.section("references", (column, target) -> reference(column, target, issues)));
        reader.close();
        return entity;
    }

    private static ReferenceDeclaration reference(Written name, Node part, Issues issues) {
        if (part instanceof Node.Mapping) {
            PartReader reader =
                    PartReader.of(part, EntityParts.REFERENCE, issues).orElseThrow();
            var reference = new ReferenceDeclaration(
                    name,
                    reader.requiredTexts("key", "Name the fields that hold the other entity's key."),
                    reader.requiredText("entity", "Name the entity that is referred to."));
            reader.close();
            return reference;
        }
        return new ReferenceDeclaration(name, List.of(name), PartReader.textOf(part, issues));
    }
}
