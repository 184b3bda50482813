package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration.RoleDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.RoleParts;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.KeyForm;
import dev.startide.warehouse.star.SpecialMember;
import dev.startide.warehouse.star.Zone;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What is asked of the options of a role.
final class RoleOptions {

    private static final List<String> MISSING = RoleParts.MISSING.words();

    private final RoleDeclaration role;
    private final Issues issues;

    RoleOptions(RoleDeclaration role, Issues issues) {
        this.role = role;
        this.issues = issues;
    }

    /// The member that stands where nothing is said.
    SpecialMember missing() {
        Written missing = role.missing();
        if (missing.isPresent() && !MISSING.contains(missing.text())) {
            issues.error(
                    missing,
                    "'%s' is no member that stands for what is missing".formatted(missing.text()),
                    Suggestion.sentence(missing.text(), MISSING, ""));
        }
        return missing.text().equals("not_applicable") ? SpecialMember.NOT_APPLICABLE : SpecialMember.UNKNOWN;
    }

    /// What the keys look like.
    ///
    /// @param key the fields that hold the key
    KeyForm form(List<Attribute> key) {
        Written pattern = role.pattern();
        if (!pattern.isPresent()) {
            return new KeyForm.Any();
        }
        boolean isText = key.size() == 1
                && (key.getFirst().type() instanceof LogicalType.Text
                        || key.getFirst().type() instanceof LogicalType.Varchar);
        if (!isText) {
            issues.error(
                    pattern,
                    "%s is not one text, to which a pattern could be fitted".formatted(KeyFit.describe(key)),
                    "Remove it: keys of other types are checked by their type.");
        }
        try {
            Pattern.compile(pattern.text());
        } catch (PatternSyntaxException unsound) {
            issues.error(
                    pattern,
                    "'%s' is no regular expression: %s".formatted(pattern.text(), unsound.getDescription()),
                    "Write one in the syntax of Java, such as '[A-Z]{2}[0-9]+'.");
        }
        return new KeyForm.Matching(pattern.text());
    }

    /// Which time zone the role has.
    ///
    /// @param field the field that holds the day or the time of day
    Zone zone(Attribute field) {
        Written zone = role.timeZone();
        if (!zone.isPresent()) {
            return new Zone.OfWarehouse();
        }
        if (!(field.type() instanceof LogicalType.Timestamp)) {
            issues.error(
                    zone,
                    "%s %s is the same in every time zone"
                            .formatted(field.name(), field.type().sqlName()),
                    "Remove it, or name a field of type timestamptz.");
        }
        return Zones.read(zone, issues).<Zone>map(Zone.Own::new).orElseGet(Zone.OfWarehouse::new);
    }

    /// Tells of everything but the name of the dimension.
    void refuseAllOfJunk() {
        role.key().stream().findFirst().ifPresent(key -> refuse(key, "key", "combinations"));
        refuse(role.missing(), "missing", "combinations");
        refuse(role.pattern(), "pattern", "combinations");
        refuse(role.timeZone(), "time_zone", "combinations");
        refuseLists("combinations");
    }

    /// Tells of options of lists.
    void refuseLists(String kind) {
        refuse(role.each(), "each", kind);
        refuse(role.weight(), "weight", kind);
    }

    /// Tells of options that mean nothing to a dimension of this kind.
    ///
    /// @param kind what the dimension is made of, such as `days`
    void refuse(Written option, String name, String kind) {
        if (option.isPresent()) {
            issues.error(option, "'%s' means nothing to a dimension of %s".formatted(name, kind), "Remove it.");
        }
    }
}
