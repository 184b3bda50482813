package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration.OutriggerDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The order in which dimensions can be decided: each after those that it refers to. References
/// that run in circles are told of.
final class OutriggerOrder {

    private final Map<String, DimensionDeclaration.Members> declared;
    private final Catalogue<DimensionDraft> dimensions;
    private final Issues issues;
    private final Set<String> begun = new HashSet<>();
    private final List<String> names = new ArrayList<>();

    OutriggerOrder(
            Map<String, DimensionDeclaration.Members> declared, Catalogue<DimensionDraft> dimensions, Issues issues) {
        this.declared = declared;
        this.dimensions = dimensions;
        this.issues = issues;
    }

    /// The names of all dimensions.
    List<String> names() {
        dimensions.names().forEach(this::visit);
        return names;
    }

    private void visit(String name) {
        if (!begun.add(name)) {
            return;
        }
        DimensionDeclaration.Members members = declared.get(name);
        if (members != null) {
            members.references().parts().forEach(reference -> follow(name, reference));
        }
        names.add(name);
    }

    /// A dimension may refer to itself, as a part does to the part that it belongs to.
    private void follow(String from, OutriggerDeclaration reference) {
        String target = reference.dimension().text();
        if (target.equals(from) || !dimensions.names().contains(target)) {
            return;
        }
        if (begun.contains(target) && !names.contains(target)) {
            issues.error(
                    reference.dimension(),
                    "dimension %s refers to %s, which leads back to it".formatted(from, target),
                    "Remove one of the references, so that one of them can be decided first.");
            return;
        }
        visit(target);
    }
}
