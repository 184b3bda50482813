package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration.RoleDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.RoleParts;

/// How the part that a dimension plays is written: `customer: customer_id`, or
/// `ordered: { dimension: date, key: placed_at, time_zone: Asia/Tokyo }`.
final class RoleForm {

    private RoleForm() {}

    static RoleDeclaration read(Written name, Node part, Issues issues) {
        if (part instanceof Node.Mapping) {
            return longForm(name, PartReader.of(part, RoleParts.ROLE, issues).orElseThrow());
        }
        Written nothing = Written.nothing(name.path());
        return new RoleDeclaration(
                name, name, PartReader.textsOf(part, issues), nothing, nothing, nothing, nothing, nothing);
    }

    private static RoleDeclaration longForm(Written name, PartReader reader) {
        var role = new RoleDeclaration(
                name,
                reader.requiredText("dimension", "Name the dimension that plays this part."),
                reader.texts("key"),
                reader.text("missing"),
                reader.text("pattern"),
                reader.text("time_zone"),
                reader.text("each"),
                reader.text("weight"));
        reader.close();
        return role;
    }
}
