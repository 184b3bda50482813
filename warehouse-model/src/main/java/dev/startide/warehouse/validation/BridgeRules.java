package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration.RoleDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked of a role that names the members of a list: a list in every event, whose elements
/// hold a key and perhaps a weight.
final class BridgeRules {

    private final RoleDeclaration role;
    private final List<RowScope> scopes;
    private final Issues issues;

    BridgeRules(RoleDeclaration role, List<RowScope> scopes, Issues issues) {
        this.role = role;
        this.scopes = scopes;
        this.issues = issues;
    }

    Optional<Role> resolve(Dimension.Members members) {
        if (members.hasChangingKeys()) {
            issues.error(
                    role.name(),
                    "members of %s change their keys, and a list could name one twice".formatted(members.name()),
                    "Make a fact of its own for the list, with a row for each element.");
            return Optional.empty();
        }
        List<RowScope> elements = elements();
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        if (role.key().isEmpty()) {
            issues.error(role.name(), "has no 'key'", "Name the field, or the fields, of an element that hold it.");
            return Optional.empty();
        }
        List<Attribute> key = role.key().stream()
                .flatMap(field -> Fields.inAll(field, elements, issues).stream())
                .map(FieldDraft.Value::attribute)
                .toList();
        Optional<Weight> weight = weight(elements);
        RoleOptions options = new RoleOptions(role, issues);
        boolean complete = key.size() == role.key().size() && weight.isPresent();
        if (!complete || !KeyFit.isOf(members, key, role.key().getFirst(), issues)) {
            return Optional.empty();
        }
        return Optional.of(new Role.OfBridge(
                new ColumnName(role.name().text()),
                members.name(),
                new ColumnName(role.each().text()),
                key,
                weight.get(),
                options.form(key),
                options.missing()));
    }

    /// The elements of the list as each event has them; none if one event has no such list.
    private List<RowScope> elements() {
        Written list = role.each();
        List<RowScope> elements = new ArrayList<>();
        for (RowScope scope : scopes) {
            Optional<FieldDraft> field = scope.peek(list.text());
            if (field.isPresent() && field.get() instanceof FieldDraft.Elements found) {
                elements.add(RowScope.ofElements(scope.event(), found));
            } else if (field.isPresent() || !scope.mayHave(list.text())) {
                issues.error(
                        list,
                        "event %s has no list '%s'".formatted(scope.event().name(), list.text()),
                        "Name a field that is a list of elements, such as 'diagnoses: [{ code: text }]'.");
                return List.of();
            }
        }
        return elements.size() == scopes.size() ? elements : List.of();
    }

    private Optional<Weight> weight(List<RowScope> elements) {
        if (!role.weight().isPresent()) {
            return Optional.of(new Weight.Equal());
        }
        Optional<Attribute> field =
                Fields.inAll(role.weight(), elements, issues).map(FieldDraft.Value::attribute);
        if (field.isPresent() && !field.get().type().isNumeric()) {
            issues.error(
                    role.weight(),
                    "%s %s is no number"
                            .formatted(field.get().name(), field.get().type().sqlName()),
                    "Name a field of type decimal, whose values of a list add up to 1.");
            return Optional.empty();
        }
        return field.map(Weight.Said::new);
    }
}
