package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.DimensionDeclaration.MiniDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.MiniDimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is asked of mini-dimensions: names of their own, and attributes with few values each that
/// stand nowhere else in the dimension.
final class MiniRules {

    /// The longest ending that is added to the name of a mini-dimension.
    private static final int ENDING = MiniDimension.TRAIL.length() + Names.KEY_ENDING;

    private final Issues issues;
    private final Map<String, Written> taken = new HashMap<>();

    /// @param declared all dimensions, whose names are taken
    MiniRules(Section<DimensionDeclaration> declared, Issues issues) {
        this.issues = issues;
        declared.parts().forEach(dimension -> taken.put(dimension.name().text(), dimension.name()));
    }

    /// The mini-dimensions of a dimension; empty if one of them cannot be used.
    Optional<List<MiniDimension>> resolve(DimensionDeclaration.Members members, EntityDraft entity) {
        List<MiniDimension> minis = new ArrayList<>();
        Map<String, String> standing = new HashMap<>();
        members.attributes().parts().forEach(each -> standing.put(each.name().text(), "under 'attributes'"));
        for (MiniDeclaration mini : members.minis().parts()) {
            boolean named = Names.check(mini.name(), ENDING, issues) && isFree(mini.name());
            List<Attribute> attributes = new ArrayList<>();
            for (Written attribute : mini.attributes()) {
                attribute(attribute, entity, standing).ifPresent(attributes::add);
                standing.putIfAbsent(
                        attribute.text(), "in mini-dimension " + mini.name().text());
            }
            if (entity.hasChangingKeys()) {
                issues.error(
                        mini.name(),
                        "members of %s change their keys, and have no mini-dimensions"
                                .formatted(members.name().text()),
                        "List the attributes under 'attributes'.");
            }
            if (mini.attributes().isEmpty()) {
                issues.error(mini.name(), "has no attributes", "List them, such as '[income_band, segment]'.");
            }
            if (named
                    && !attributes.isEmpty()
                    && attributes.size() == mini.attributes().size()) {
                minis.add(new MiniDimension(new DimensionName(mini.name().text()), attributes));
            }
        }
        boolean complete = members.minis().isWhole()
                && minis.size() == members.minis().parts().size();
        return complete ? Optional.of(minis) : Optional.empty();
    }

    private boolean isFree(Written name) {
        if (taken.putIfAbsent(name.text(), name) != null) {
            issues.error(
                    name,
                    "there is another dimension '%s', and both would be one table".formatted(name.text()),
                    "Rename one of them.");
            return false;
        }
        return true;
    }

    private Optional<Attribute> attribute(Written name, EntityDraft entity, Map<String, String> standing) {
        String text = name.text();
        if (standing.containsKey(text)) {
            issues.error(
                    name, "'%s' stands %s as well".formatted(text, standing.get(text)), "Remove it there or here.");
            return Optional.empty();
        }
        if (entity.declaration().key().stream().anyMatch(key -> key.text().equals(text))) {
            issues.error(name, "'%s' is the key, which never changes".formatted(text), "Remove it here.");
            return Optional.empty();
        }
        if (!entity.columns().mayHave(text)) {
            issues.error(
                    name,
                    "entity %s has no attribute '%s'".formatted(entity.name(), text),
                    Suggestion.sentence(
                            text, DimensionRules.attributeNames(entity), "Declare it among the event's fields."));
        }
        return entity.columns().peek(text).filter(known -> hasFewValues(known, name));
    }

    private boolean hasFewValues(Attribute attribute, Written at) {
        boolean few = JunkRules.hasFewValues(attribute.type());
        if (!few) {
            issues.error(
                    at,
                    "%s %s has too many values"
                            .formatted(attribute.name(), attribute.type().sqlName()),
                    "Declare a field of bands, with 'value: …', and name that.");
        }
        return few;
    }
}
