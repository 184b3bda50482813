package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration.HierarchyDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Hierarchy;
import java.util.List;

/// What is asked of hierarchies: levels that are attributes of their dimension, each once.
final class HierarchyRules {

    private final Issues issues;

    HierarchyRules(Issues issues) {
        this.issues = issues;
    }

    /// The hierarchies, as far as they can be used.
    List<Hierarchy> resolve(DimensionDeclaration.Members members) {
        return members.hierarchies().parts().stream()
                .filter(hierarchy -> isUsable(hierarchy, members))
                .map(HierarchyRules::hierarchy)
                .toList();
    }

    private boolean isUsable(HierarchyDeclaration hierarchy, DimensionDeclaration.Members members) {
        boolean usable = Names.check(hierarchy.name(), 0, issues);
        usable &= Names.checkDistinct(hierarchy.levels(), issues);
        if (hierarchy.levels().isEmpty()) {
            issues.error(hierarchy.name(), "has no levels", "List attributes from the coarsest to the finest.");
            return false;
        }
        for (Written level : hierarchy.levels()) {
            usable &= isAttribute(level, members);
        }
        return usable;
    }

    private boolean isAttribute(Written level, DimensionDeclaration.Members members) {
        List<String> names = members.attributes().parts().stream()
                .map(attribute -> attribute.name().text())
                .toList();
        if (members.attributes().isWhole() && !names.contains(level.text())) {
            issues.error(
                    level,
                    "'%s' is no attribute of the dimension".formatted(level.text()),
                    Suggestion.sentence(level.text(), names, "List it under 'attributes' first."));
            return false;
        }
        return Names.isColumn(level.text());
    }

    private static Hierarchy hierarchy(HierarchyDeclaration hierarchy) {
        return new Hierarchy(
                new ColumnName(hierarchy.name().text()),
                hierarchy.levels().stream()
                        .map(level -> new ColumnName(level.text()))
                        .toList());
    }
}
