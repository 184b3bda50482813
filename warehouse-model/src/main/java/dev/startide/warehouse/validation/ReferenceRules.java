package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.EntityDeclaration.ReferenceDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is asked of references between entities: they fit the key that they name, and do not run in
/// circles.
final class ReferenceRules {

    private final Catalogue<EntityDraft> entities;
    private final Issues issues;
    private final Map<String, List<Entity.Reference>> references = new LinkedHashMap<>();
    private final Map<String, Visit> visits = new LinkedHashMap<>();
    private final List<Entity> ordered = new ArrayList<>();

    /// How far the walk along the references has come with an entity.
    private enum Visit {
        BEGUN,
        DONE
    }

    ReferenceRules(Catalogue<EntityDraft> entities, Issues issues) {
        this.entities = entities;
        this.issues = issues;
    }

    /// The entities that can be used, each after those that it refers to.
    List<Entity> resolve() {
        entities.usable().forEach(entity -> references.put(entity.name().value(), referencesOf(entity)));
        entities.usable().forEach(this::visit);
        return ordered;
    }

    private List<Entity.Reference> referencesOf(EntityDraft entity) {
        List<Entity.Reference> found = new ArrayList<>();
        for (ReferenceDeclaration reference : entity.declaration().references().parts()) {
            Optional<EntityDraft> target = entities.find(reference.target(), issues);
            Optional<List<Attribute>> columns = columnsOf(entity, reference);
            if (target.isPresent() && columns.isPresent() && fits(reference, columns.get(), target.get())) {
                found.add(new Entity.Reference(
                        columns.get().stream().map(Attribute::name).toList(),
                        target.get().name()));
            }
        }
        return found;
    }

    private Optional<List<Attribute>> columnsOf(EntityDraft entity, ReferenceDeclaration reference) {
        List<Attribute> columns = new ArrayList<>();
        for (Written column : reference.columns()) {
            if (!entity.columns().mayHave(column.text())) {
                issues.error(
                        column,
                        "entity %s has no column '%s'".formatted(entity.name(), column.text()),
                        Suggestion.sentence(
                                column.text(), entity.columns().names(), "Declare it among the event's fields."));
            }
            entity.columns().peek(column.text()).ifPresent(columns::add);
        }
        return columns.size() == reference.columns().size() && !columns.isEmpty()
                ? Optional.of(columns)
                : Optional.empty();
    }

    private boolean fits(ReferenceDeclaration reference, List<Attribute> columns, EntityDraft target) {
        if (target.key().isEmpty()) {
            return false;
        }
        String keyOfTarget = KeyFit.describe(target.key());
        if (KeyFit.problem(columns, target.key()).isEmpty()) {
            return true;
        }
        issues.error(
                reference.target(),
                KeyFit.problem(columns, target.key()).orElseThrow(),
                "The key of %s is %s: refer to all of it, in its order, with the same types."
                        .formatted(target.name(), keyOfTarget));
        return false;
    }

    private void visit(EntityDraft entity) {
        String name = entity.name().value();
        if (visits.get(name) == Visit.DONE) {
            return;
        }
        visits.put(name, Visit.BEGUN);
        for (Entity.Reference reference : references.getOrDefault(name, List.of())) {
            follow(entity, reference.target());
        }
        visits.put(name, Visit.DONE);
        if (!entity.key().isEmpty()) {
            ordered.add(entity.toEntity(references.getOrDefault(name, List.of())));
        }
    }

    /// An entity may refer to itself, as an employee does to a manager.
    private void follow(EntityDraft from, EntityName target) {
        if (target.equals(from.name())) {
            return;
        }
        if (visits.get(target.value()) == Visit.BEGUN) {
            issues.error(
                    from.declaration().references().parts().stream()
                            .map(ReferenceDeclaration::target)
                            .filter(written -> written.text().equals(target.value()))
                            .findFirst()
                            .orElse(from.declaration().name()),
                    "entity %s refers to %s, which leads back to it".formatted(from.name(), target),
                    "Remove one of the references, so that one of them can be written first.");
            return;
        }
        entities.peek(target.value()).ifPresent(this::visit);
    }
}
