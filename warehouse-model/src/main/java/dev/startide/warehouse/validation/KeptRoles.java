package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.Role;
import java.util.List;

/// Flags and bridges are only for transaction facts whose rows are updated and stay.
final class KeptRoles {

    private KeptRoles() {}

    static void check(FactDeclaration fact, FactKind kind, EntityDraft entity, List<Role> roles, Issues issues) {
        boolean isPlain = kind.equals(new FactKind.Transaction()) && !entity.canBeGone();
        for (Role role : roles) {
            if (!isPlain && (role instanceof Role.OfJunk || role instanceof Role.OfBridge)) {
                issues.error(
                        nameOf(role, fact),
                        "flags and lists are only for transaction facts that are updated and never deleted",
                        "Keep the flags under 'degenerate', or make a fact of its own for the list.");
            }
        }
    }

    private static Written nameOf(Role role, FactDeclaration fact) {
        return fact.roles().parts().stream()
                .map(FactDeclaration.RoleDeclaration::name)
                .filter(name -> name.text().equals(role.name().value()))
                .findFirst()
                .orElse(fact.name());
    }
}
