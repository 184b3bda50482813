package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration.RoleDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.KeyForm;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.SpecialMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked of the roles of one fact: a dimension each, and fields that hold its key.
final class RoleRules {

    private final Catalogue<DimensionDraft> dimensions;
    private final List<RowScope> scopes;
    private final Issues issues;
    private final Catalogue<DimensionDraft> byRole = new Catalogue<>("role", Section.Extent.WHOLE);

    RoleRules(Catalogue<DimensionDraft> dimensions, List<RowScope> scopes, Issues issues) {
        this.dimensions = dimensions;
        this.scopes = scopes;
        this.issues = issues;
    }

    List<Role> resolve(List<RoleDeclaration> declared) {
        List<Role> roles = new ArrayList<>();
        for (RoleDeclaration role : declared) {
            boolean named = Names.check(role.name(), Names.KEY_ENDING, issues) && isNotTaken(role.name());
            Optional<DimensionDraft> dimension = dimensions.find(role.dimension(), issues);
            dimension.ifPresent(known -> byRole.add(role.name().text(), known));
            List<Attribute> key = role.key().stream()
                    .flatMap(field -> Fields.inAll(field, scopes, issues).stream())
                    .map(FieldDraft.Value::attribute)
                    .toList();
            boolean complete = !key.isEmpty() && key.size() == role.key().size();
            if (named && dimension.isPresent() && complete) {
                role(role, dimension.get().dimension(), key).ifPresent(roles::add);
            }
        }
        return roles;
    }

    /// The dimension in each role.
    Catalogue<DimensionDraft> byRole() {
        return byRole;
    }

    private boolean isNotTaken(Written name) {
        if (name.text().equals(View.FROM_ALIAS)) {
            issues.error(name, "'%s' is what marts call the fact itself".formatted(name.text()), "Rename the role.");
            return false;
        }
        return true;
    }

    private Optional<Role> role(RoleDeclaration role, Dimension dimension, List<Attribute> key) {
        ColumnName name = new ColumnName(role.name().text());
        DimensionName dimensionName = dimension.name();
        RoleOptions options = new RoleOptions(role, issues);
        SpecialMember missing = options.missing();
        return switch (dimension) {
            case Dimension.Calendar _ -> {
                options.refuse(role.pattern(), "pattern", "days");
                yield day(role, key).map(day -> new Role.OfDay(name, dimensionName, day, options.zone(day), missing));
            }
            case Dimension.Members members -> {
                options.refuse(role.timeZone(), "time_zone", "members");
                KeyForm form = options.form(key);
                yield fits(role, key, members)
                        ? Optional.of(new Role.OfMember(name, dimensionName, key, form, missing))
                        : Optional.empty();
            }
        };
    }

    private boolean fits(RoleDeclaration role, List<Attribute> key, Dimension.Members members) {
        Optional<String> problem = KeyFit.problem(key, members.naturalKey());
        problem.ifPresent(text -> issues.error(
                role.key().getFirst(),
                text,
                "The key of %s is %s: name fields of these types."
                        .formatted(members.name(), KeyFit.describe(members.naturalKey()))));
        return problem.isEmpty();
    }

    private Optional<Attribute> day(RoleDeclaration role, List<Attribute> key) {
        LogicalType type = key.getFirst().type();
        if (key.size() == 1 && (type instanceof LogicalType.Date || type instanceof LogicalType.Timestamp)) {
            return Optional.of(key.getFirst());
        }
        issues.error(
                role.key().getFirst(),
                "%s cannot hold a day".formatted(KeyFit.describe(key)),
                "Name one field of type date or timestamptz.");
        return Optional.empty();
    }
}
