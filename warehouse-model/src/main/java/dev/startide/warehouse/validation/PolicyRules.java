package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration.AttributeDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension.MemberAttribute;
import dev.startide.warehouse.star.MemberColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is asked of what a dimension does about changes and deletes.
final class PolicyRules {

    private final Issues issues;

    PolicyRules(Issues issues) {
        this.issues = issues;
    }

    /// What a change does, by its number.
    Optional<ChangePolicy> onChange(Written policy) {
        for (ChangePolicy known : ChangePolicy.values()) {
            if (policy.text().equals(String.valueOf(known.type()))) {
                return Optional.of(known);
            }
        }
        if (policy.text().equals("7")) {
            issues.error(
                    policy,
                    "type 7 is a matter of marts",
                    "Write 2, and say 'history: both' in the marts that show the value of then and of now.");
        } else if (policy.isPresent()) {
            issues.error(
                    policy,
                    "'%s' does not say what a change does".formatted(policy.text()),
                    "Write 0 to keep the first value, 1 to overwrite it everywhere, 2 for a new version, "
                            + "3 for the previous value beside it, or 6 for a new version with the latest beside it.");
        }
        return Optional.empty();
    }

    /// What becomes of members that are gone.
    Deletes deletes(DimensionDeclaration.Members dimension, EntityDraft entity) {
        Written written = dimension.deletes();
        if (written.isPresent() && !entity.canBeGone()) {
            issues.warning(
                    written,
                    "no event deletes entity %s".formatted(entity.name()),
                    "Name the events that do under 'deleted_by' of the entity.");
        }
        for (Deletes known : Deletes.values()) {
            if (known.word().equals(written.text())) {
                return known;
            }
        }
        if (written.isPresent()) {
            List<String> words = Stream.of(Deletes.values()).map(Deletes::word).toList();
            issues.error(
                    written,
                    "'%s' does not say what becomes of a member that is gone".formatted(written.text()),
                    Suggestion.sentence(written.text(), words, ""));
        }
        return Deletes.CLOSE;
    }

    /// Whether the columns that types 3 and 6 add have names that are free and short enough.
    boolean checkColumns(
            DimensionDeclaration.Members dimension, List<MemberAttribute> attributes, Set<String> reserved) {
        Set<String> taken = new HashSet<>(reserved);
        dimension.attributes().parts().forEach(part -> taken.add(part.name().text()));
        boolean fine = true;
        for (AttributeDeclaration part : dimension.attributes().parts()) {
            for (MemberAttribute attribute : attributes) {
                if (attribute.name().value().equals(part.name().text())) {
                    fine &= isFree(attribute, taken, part.name());
                }
            }
        }
        return fine;
    }

    private boolean isFree(MemberAttribute attribute, Set<String> taken, Written at) {
        return switch (attribute.onChange()) {
            case KEEP_FIRST, OVERWRITE, VERSION -> true;
            case KEEP_PREVIOUS, VERSION_AND_LATEST -> isFree(MemberColumn.besideOf(attribute), taken, at);
        };
    }

    private boolean isFree(String column, Set<String> taken, Written at) {
        if (taken.contains(column)) {
            issues.error(
                    at,
                    "its type adds a column '%s', and there is one already".formatted(column),
                    "Give it another type, or declare one of the fields under another name.");
            return false;
        }
        return Names.checkJoined(column, at, issues);
    }
}
