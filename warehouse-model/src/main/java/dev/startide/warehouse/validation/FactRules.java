package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked of facts: events that carry everything a row needs.
final class FactRules {

    private final Catalogue<EntityDraft> entities;
    private final Catalogue<DimensionDraft> dimensions;
    private final SqlCheck sql;
    private final Issues issues;

    FactRules(Catalogue<EntityDraft> entities, Catalogue<DimensionDraft> dimensions, SqlCheck sql, Issues issues) {
        this.entities = entities;
        this.dimensions = dimensions;
        this.sql = sql;
        this.issues = issues;
    }

    Catalogue<FactDraft> resolve(Section<FactDeclaration> declared) {
        Catalogue<FactDraft> facts = new Catalogue<>("fact", declared.extent());
        for (FactDeclaration fact : declared.parts()) {
            boolean named = Names.check(fact.name(), 0, issues) && isNoDimension(fact.name());
            Optional<FactDraft> draft = entities.find(fact.of(), issues).flatMap(entity -> draft(fact, entity));
            if (named && draft.isPresent()) {
                facts.add(fact.name().text(), draft.get());
            } else {
                facts.addBroken(fact.name().text());
            }
        }
        return facts;
    }

    private boolean isNoDimension(Written name) {
        if (dimensions.names().contains(name.text())) {
            issues.error(
                    name,
                    "there is a dimension '%s' as well, and both would be the table star.%s"
                            .formatted(name.text(), name.text()),
                    "Rename one of them.");
            return false;
        }
        return true;
    }

    private Optional<FactDraft> draft(FactDeclaration fact, EntityDraft entity) {
        List<RowScope> scopes = scopes(fact, entity);
        boolean certain = !scopes.isEmpty();
        List<Attribute> grain = attributes(fact.grain(), scopes);
        Fields.requireAll(fact.grain(), scopes);
        Optional<FieldDraft.Value> time = Fields.inAll(fact.time(), scopes, issues);
        time.ifPresent(field -> EventRules.checkInstant(fact.time(), field, issues));
        Fields.requireAll(List.of(fact.time()), scopes);
        RoleRules roleRules = new RoleRules(dimensions, scopes, issues);
        List<Role> roles = roleRules.resolve(fact.roles().parts());
        List<Attribute> degenerate = attributes(fact.degenerate(), scopes);
        List<Measure> measures =
                new MeasureRules(sql, scopes, issues).resolve(fact.measures().parts());
        boolean whole = certain
                && time.isPresent()
                && !grain.isEmpty()
                && grain.size() == fact.grain().size()
                && roles.size() == fact.roles().parts().size()
                && degenerate.size() == fact.degenerate().size()
                && measures.size() == fact.measures().parts().size()
                && fact.roles().isWhole()
                && fact.measures().isWhole();
        if (!whole || !Names.isColumn(fact.name().text())) {
            return Optional.empty();
        }
        Fact resolved = new Fact(
                new FactName(fact.name().text()),
                fact.description().text(),
                entity.name(),
                grain,
                time.get().attribute(),
                roles,
                degenerate,
                measures);
        FactColumns columns = new FactColumns(resolved, fact, issues);
        return columns.areDistinct()
                ? Optional.of(new FactDraft(resolved, scopes, columns.ofReaders(), roleRules.byRole()))
                : Optional.empty();
    }

    /// The scopes of the events that feed the fact; none if they are not certain.
    private List<RowScope> scopes(FactDeclaration fact, EntityDraft entity) {
        boolean certain = entity.scopes().size() == entity.declaration().from().size();
        if (fact.from().isEmpty()) {
            return certain ? entity.scopes() : List.of();
        }
        if (!Names.checkDistinct(fact.from(), issues)) {
            return List.of();
        }
        List<String> feeding =
                entity.declaration().from().stream().map(Written::text).toList();
        List<RowScope> scopes = new ArrayList<>();
        for (Written event : fact.from()) {
            if (!feeding.contains(event.text()) && !feeding.isEmpty()) {
                issues.error(
                        event,
                        "event '%s' does not feed entity %s".formatted(event.text(), entity.name()),
                        Suggestion.sentence(event.text(), feeding, ""));
            }
            entity.scopes().stream()
                    .filter(scope -> scope.event().name().value().equals(event.text()))
                    .forEach(scopes::add);
        }
        return scopes.size() == fact.from().size() ? scopes : List.of();
    }

    private List<Attribute> attributes(List<Written> names, List<RowScope> scopes) {
        if (!Names.checkDistinct(names, issues)) {
            return List.of();
        }
        return names.stream()
                .flatMap(name -> Fields.inAll(name, scopes, issues).stream())
                .map(FieldDraft.Value::attribute)
                .toList();
    }
}
