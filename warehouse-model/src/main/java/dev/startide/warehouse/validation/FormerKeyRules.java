package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.EntityDeclaration;
import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.KeyPermanence;
import java.util.List;

/// What is asked of the fields that hold the key that an entity had before: as many as the key has,
/// of the same types, in events that each tell of one.
final class FormerKeyRules {

    private final Issues issues;

    FormerKeyRules(Issues issues) {
        this.issues = issues;
    }

    /// @param key the entity's key, empty if that is not in order
    void check(EntityDeclaration entity, List<Attribute> key, Catalogue<Attribute> columns) {
        if (entity.formerly().isEmpty() || key.isEmpty()) {
            return;
        }
        Written first = entity.formerly().getFirst();
        if (entity.each().isPresent()) {
            issues.error(
                    first,
                    "an event tells of several at once, and none of them can change its key",
                    "Remove 'formerly', or tell of each in an event of its own.");
        }
        Names.checkDistinct(entity.formerly(), issues);
        if (entity.formerly().size() != key.size()) {
            issues.error(
                    first,
                    "the key has %d parts, and the key before has %d"
                            .formatted(key.size(), entity.formerly().size()),
                    "Name a field for each part of the key, in its order.");
            return;
        }
        for (int part = 0; part < key.size(); part++) {
            check(entity.formerly().get(part), key.get(part), entity, columns);
        }
    }

    /// A row of a fact keeps the key that it was told by.
    static void checkFact(FactDeclaration fact, EntityDraft entity, List<RowScope> scopes, Issues issues) {
        if (!entity.hasChangingKeys()) {
            return;
        }
        if (FactKindRules.isPeriodic(fact)) {
            issues.error(
                    fact.name(),
                    "entity %s changes its keys, and a periodic fact keeps one row for each key"
                            .formatted(entity.name()),
                    "Make it a periodic fact of an entity that refers to it.");
        } else if (scopes.stream().anyMatch(scope -> scope.event().isOfChanges())) {
            issues.error(
                    fact.name(),
                    "entity %s changes its keys, and a fact of its change data would lose the row of the old key"
                            .formatted(entity.name()),
                    "Make it a fact of an entity that refers to it.");
        }
    }

    private void check(Written former, Attribute part, EntityDeclaration entity, Catalogue<Attribute> columns) {
        Names.checkJoined(KeyPermanence.Changing.identity(part.name().value()), former, issues);
        if (!columns.mayHave(former.text())) {
            issues.error(
                    former,
                    "entity %s has no attribute '%s'".formatted(entity.name().text(), former.text()),
                    Suggestion.sentence(former.text(), columns.names(), "Declare it among the event's fields."));
        }
        columns.peek(former.text())
                .filter(column -> !column.type().equals(part.type()))
                .ifPresent(column -> issues.error(
                        former,
                        "'%s' is %s, and %s is %s"
                                .formatted(
                                        former.text(),
                                        column.type().sqlName(),
                                        part.name(),
                                        part.type().sqlName()),
                        "Give both the same type."));
        if (entity.key().stream().anyMatch(key -> key.text().equals(former.text()))) {
            issues.error(former, "'%s' is part of the key".formatted(former.text()), "Name the key before.");
        }
    }
}
