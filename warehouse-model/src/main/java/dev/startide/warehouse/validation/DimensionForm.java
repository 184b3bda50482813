package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration.AttributeDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration.HierarchyDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration.MiniDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.DimensionParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a dimension is written: `customer: { of: customer, attributes: { city: 2 } }`, or
/// `date: { calendar: { from: 2020-01-01 } }`.
final class DimensionForm {

    private DimensionForm() {}

    static DimensionDeclaration read(Written name, Node part, Issues issues) {
        Optional<PartReader> reader = PartReader.of(part, DimensionParts.DIMENSION, issues);
        if (reader.isEmpty()) {
            return new DimensionDeclaration.Unreadable(name);
        }
        DimensionDeclaration dimension =
                GeneratedForm.read(name, reader.get()).orElseGet(() -> members(name, reader.get()));
        reader.get().close();
        return dimension;
    }

    private static DimensionDeclaration members(Written name, PartReader reader) {
        Issues issues = reader.issues();
        return new DimensionDeclaration.Members(
                name,
                reader.text("description"),
                reader.requiredText(
                        "of", "Name the entity that it shows, or write 'calendar', 'time_of_day' or 'junk'."),
                reader.section(
                        "attributes",
                        (attribute, part) -> new AttributeDeclaration(attribute, PartReader.textOf(part, issues))),
                hierarchies(name, reader),
                reader.section("references", (reference, part) -> OutriggerForm.read(reference, part, issues)),
                reader.text("deletes"),
                reader.section("mini", (mini, part) -> new MiniDeclaration(mini, PartReader.textsOf(part, issues))));
    }

    /// One hierarchy needs no name of its own.
    private static Section<HierarchyDeclaration> hierarchies(Written dimension, PartReader reader) {
        Issues issues = reader.issues();
        Section<HierarchyDeclaration> named = reader.section(
                "hierarchies", (name, part) -> new HierarchyDeclaration(name, PartReader.textsOf(part, issues)));
        Optional<Node> only = reader.node("hierarchy");
        if (only.isEmpty()) {
            return named;
        }
        String path = only.get().path();
        if (!named.parts().isEmpty()) {
            issues.errorOfPart(path, "stands beside 'hierarchies'", "Give it a name, and list it there.");
        }
        List<HierarchyDeclaration> all = new ArrayList<>(named.parts());
        all.add(new HierarchyDeclaration(Written.name(path, dimension.text()), PartReader.textsOf(only.get(), issues)));
        return new Section<>(all, named.extent());
    }
}
