package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
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
            boolean named = Names.check(fact.name(), FactMemory.LONGEST_ENDING, issues) && isNoDimension(fact.name());
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
        FormerKeyRules.checkFact(fact, entity, scopes, issues);
        FactFields fields = new FactFields(scopes, FactKindRules.reachOf(fact), issues);
        FactKindRules kindRules = new FactKindRules(dimensions, issues);
        Optional<FactKind> kind = kindRules.resolve(fact, fields);
        List<Attribute> grain = grain(fact, entity, scopes);
        Fields.requireAll(fact.grain(), scopes);
        Optional<Attribute> time = time(fact, fields);
        RoleRules roleRules = new RoleRules(dimensions, fields, issues);
        List<Role> roles = new ArrayList<>(roleRules.resolve(fact.roles().parts()));
        List<Attribute> degenerate = attributes(fact.degenerate(), fields);
        List<Measure> measures =
                new MeasureRules(sql, fields, issues).resolve(fact.measures().parts());
        AdditivityRules.check(fact, issues);
        kind.ifPresent(known -> kindRules.checkMeasures(fact, known, measures));
        List<RowScope> endings = kind.map(known -> endings(fact, known, entity)).orElse(List.of());
        kind.ifPresent(known -> KeptRoles.check(fact, known, entity, roles, issues));
        boolean whole = !scopes.isEmpty()
                && kind.isPresent()
                && time.isPresent()
                && !grain.isEmpty()
                && (FactKindRules.isPeriodic(fact)
                        || grain.size() == fact.grain().size())
                && roles.size() == fact.roles().parts().size()
                && degenerate.size() == fact.degenerate().size()
                && measures.size() == fact.measures().parts().size()
                && fact.roles().isWhole()
                && fact.measures().isWhole();
        if (!whole || !Names.isColumn(fact.name().text())) {
            return Optional.empty();
        }
        kindRules.daysOf(kind.get(), roles).forEach(day -> {
            roles.add(day);
            roleRules.add(day);
        });
        Fact resolved = new Fact(
                new FactName(fact.name().text()),
                fact.description().text(),
                entity.name(),
                grain,
                time.get(),
                roles,
                degenerate,
                measures,
                kind.get());
        FactColumns columns = new FactColumns(resolved, fact, issues);
        return columns.areDistinct()
                ? Optional.of(new FactDraft(resolved, scopes, endings, columns.ofReaders(), roleRules.byRole()))
                : Optional.empty();
    }

    /// A periodic fact is about the things of its entity.
    private List<Attribute> grain(FactDeclaration fact, EntityDraft entity, List<RowScope> scopes) {
        return FactKindRules.isPeriodic(fact)
                ? entity.key()
                : attributes(fact.grain(), new FactFields(scopes, FactFields.Reach.EVERY_EVENT, issues));
    }

    /// The time of a transaction must be said; that of what accumulates may come later, and is an
    /// instant whatever events say.
    private Optional<Attribute> time(FactDeclaration fact, FactFields fields) {
        if (FactKindRules.isPeriodic(fact)) {
            return Optional.of(PeriodRules.PERIOD);
        }
        Written written = FactKindRules.timeOf(fact);
        Optional<FieldDraft.Value> time = fields.find(written);
        time.ifPresent(field -> EventRules.checkInstant(written, field, issues));
        return switch (fields.reach()) {
            case EVERY_EVENT -> {
                Fields.requireAll(List.of(written), fields.scopes());
                yield time.map(FieldDraft.Value::attribute);
            }
            case SOME_EVENT -> time.map(FieldDraft.Value::attribute).map(FactKindRules::asInstant);
        };
    }

    /// The events that delete rows of the fact, which must say of which; a row that never changes
    /// is never deleted.
    private List<RowScope> endings(FactDeclaration fact, FactKind kind, EntityDraft entity) {
        if (kind.equals(new FactKind.Transaction(FactKind.Changes.NEVER))) {
            return List.of();
        }
        for (RowScope ending : entity.endings()) {
            fact.grain().stream()
                    .filter(grain -> !ending.mayHave(grain.text()))
                    .forEach(grain -> issues.error(
                            grain,
                            "event %s, which deletes %s, has no field '%s'"
                                    .formatted(ending.event().name(), entity.name(), grain.text()),
                            "Declare it among the event's fields, so that it says which row is gone,"
                                    + " or write 'changes: never'."));
        }
        Fields.requireAll(fact.grain(), entity.endings());
        return entity.endings();
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

    private List<Attribute> attributes(List<Written> names, FactFields fields) {
        if (!Names.checkDistinct(names, issues)) {
            return List.of();
        }
        return names.stream()
                .flatMap(name -> fields.find(name).stream())
                .map(FieldDraft.Value::attribute)
                .toList();
    }
}
