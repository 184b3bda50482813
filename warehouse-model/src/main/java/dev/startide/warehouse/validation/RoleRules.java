package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration.RoleDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.MartLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.MiniDimension;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked of the roles of one fact: a dimension each, and fields that hold its key.
final class RoleRules {

    private final Catalogue<DimensionDraft> dimensions;
    private final FactFields fields;
    private final Issues issues;
    private final Catalogue<DimensionDraft> byRole = new Catalogue<>("role", Section.Extent.WHOLE);

    RoleRules(Catalogue<DimensionDraft> dimensions, FactFields fields, Issues issues) {
        this.dimensions = dimensions;
        this.fields = fields;
        this.issues = issues;
    }

    List<Role> resolve(List<RoleDeclaration> declared) {
        List<Role> roles = new ArrayList<>();
        for (RoleDeclaration role : declared) {
            boolean named = Names.check(role.name(), Names.KEY_ENDING, issues) && isNotTaken(role.name());
            Optional<DimensionDraft> dimension = dimensions.find(role.dimension(), issues);
            dimension.ifPresent(known -> byRole.add(role.name().text(), known));
            if (named && dimension.isPresent()) {
                role(role, dimension.get().dimension()).ifPresent(roles::add);
            }
        }
        return roles;
    }

    /// Takes in a role that nobody had to declare.
    void add(Role implied) {
        dimensions
                .peek(implied.dimension().value())
                .ifPresent(dimension -> byRole.add(implied.name().value(), dimension));
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

    private Optional<Role> role(RoleDeclaration role, Dimension dimension) {
        ColumnName name = new ColumnName(role.name().text());
        DimensionName dimensionName = dimension.name();
        RoleOptions options = new RoleOptions(role, issues);
        return switch (dimension) {
            case Dimension.Calendar _ -> {
                options.refuse(role.pattern(), "pattern", "days");
                options.refuseLists("days");
                yield moment(role, Moment.DAY)
                        .map(day -> new Role.OfDay(name, dimensionName, day, options.zone(day), options.missing()));
            }
            case Dimension.TimeOfDay times -> {
                options.refuse(role.pattern(), "pattern", "times of day");
                options.refuseLists("times of day");
                yield moment(role, Moment.TIME)
                        .map(time -> new Role.OfTime(
                                name, dimensionName, time, times.every(), options.zone(time), options.missing()));
            }
            case Dimension.Junk junk -> {
                options.refuseAllOfJunk();
                yield flags(role, junk).map(flags -> new Role.OfJunk(name, dimensionName, flags));
            }
            case Dimension.Members members -> {
                options.refuse(role.timeZone(), "time_zone", "members");
                if (role.each().isPresent()) {
                    yield new BridgeRules(role, fields.scopes(), issues).resolve(members);
                }
                if (role.weight().isPresent()) {
                    issues.error(role.weight(), "one member has no weight", "Name a list with 'each', or remove it.");
                }
                yield key(role)
                        .flatMap(key -> member(
                                role,
                                members,
                                key,
                                new Role.OfMember(
                                        name,
                                        dimensionName,
                                        key,
                                        options.form(key),
                                        options.missing(),
                                        combinations(role, members))));
            }
        };
    }

    /// What the mini-dimensions of a dimension are called in a role, as if they were roles.
    private List<Role.Combination> combinations(RoleDeclaration role, Dimension.Members members) {
        List<Role.Combination> combinations = new ArrayList<>();
        for (MiniDimension mini : members.minis()) {
            String joined = role.name().text() + "_" + mini.name();
            if (Names.checkJoined("_" + joined + "_trail_key", role.name(), issues)) {
                ColumnName name = MartLayout.inRole(
                        new ColumnName(role.name().text()),
                        new ColumnName(mini.name().value()));
                combinations.add(new Role.Combination(name, mini.name(), mini.trailName()));
                dimensions.peek(mini.name().value()).ifPresent(draft -> byRole.add(name.value(), draft));
            }
        }
        return combinations;
    }

    private Optional<Role> member(RoleDeclaration role, Dimension.Members members, List<Attribute> key, Role made) {
        return KeyFit.isOf(members, key, role.key().getFirst(), issues) ? Optional.of(made) : Optional.empty();
    }

    /// The fields that hold the key, if all of them are in order.
    private Optional<List<Attribute>> key(RoleDeclaration role) {
        if (role.key().isEmpty()) {
            issues.error(role.name(), "has no 'key'", "Name the field, or the fields, that hold its key.");
            return Optional.empty();
        }
        List<Attribute> key = attributes(role.key());
        return key.size() == role.key().size() ? Optional.of(key) : Optional.empty();
    }

    /// The fields of the same names as those of the dimension.
    private Optional<List<Attribute>> flags(RoleDeclaration role, Dimension.Junk junk) {
        List<Attribute> flags = attributes(junk.fields().stream()
                .map(field -> Written.name(role.name().path(), field.name().value()))
                .toList());
        return flags.size() == junk.fields().size() ? Optional.of(flags) : Optional.empty();
    }

    private List<Attribute> attributes(List<Written> names) {
        return names.stream()
                .flatMap(field -> fields.find(field).stream())
                .map(FieldDraft.Value::attribute)
                .toList();
    }

    /// Whether a day is looked for, or a time of day.
    private enum Moment {
        DAY("a day", "date"),
        TIME("a time of day", "time");

        private final String what;
        private final String type;

        Moment(String what, String type) {
            this.what = what;
            this.type = type;
        }
    }

    private Optional<Attribute> moment(RoleDeclaration role, Moment moment) {
        Optional<List<Attribute>> key = key(role);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        LogicalType type = key.get().getFirst().type();
        boolean fits = type instanceof LogicalType.Timestamp || type.sqlName().equals(moment.type);
        if (key.get().size() == 1 && fits) {
            return Optional.of(key.get().getFirst());
        }
        issues.error(
                role.key().getFirst(),
                "%s cannot hold %s".formatted(KeyFit.describe(key.get()), moment.what),
                "Name one field of type %s or timestamptz.".formatted(moment.type));
        return Optional.empty();
    }
}
