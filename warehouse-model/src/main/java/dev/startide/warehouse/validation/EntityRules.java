package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.EntityDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is asked of entities: events that tell of them, a key that all of these carry, and fields
/// that mean the same in each.
final class EntityRules {

    private final Issues issues;

    EntityRules(Issues issues) {
        this.issues = issues;
    }

    Catalogue<EntityDraft> resolve(Section<EntityDeclaration> declared, Catalogue<EventDraft> events) {
        Catalogue<EntityDraft> entities = new Catalogue<>("entity", declared.extent());
        for (EntityDeclaration entity : declared.parts()) {
            EntityDraft draft = draft(entity, events);
            if (Names.check(entity.name(), Names.ENTITY_ENDING, issues)) {
                entities.add(entity.name().text(), draft);
            } else {
                entities.addBroken(entity.name().text());
            }
        }
        return entities;
    }

    private EntityDraft draft(EntityDeclaration entity, Catalogue<EventDraft> events) {
        List<RowScope> scopes = scopes(entity, events);
        List<RowScope> endings = new DeletionRules(issues).scopes(entity, events);
        Catalogue<Attribute> columns = columns(entity, scopes);
        boolean distinct = Names.checkDistinct(entity.key(), issues);
        List<RowScope> keyed = Stream.concat(scopes.stream(), endings.stream()).toList();
        List<Attribute> key = distinct ? key(entity, keyed) : List.of();
        new FormerKeyRules(issues).check(entity, key, columns);
        return new EntityDraft(entity, scopes, endings, columns, key);
    }

    private List<RowScope> scopes(EntityDeclaration entity, Catalogue<EventDraft> events) {
        Names.checkDistinct(entity.from(), issues);
        List<RowScope> scopes = new ArrayList<>();
        for (Written from : entity.from()) {
            events.find(from, issues)
                    .flatMap(event -> scope(event, entity.each()))
                    .ifPresent(scopes::add);
        }
        return scopes;
    }

    private Optional<RowScope> scope(EventDraft event, Written each) {
        if (!each.isPresent()) {
            return Optional.of(RowScope.ofEvent(event));
        }
        Optional<FieldDraft> list = event.fields().peek(each.text());
        if (list.isPresent() && list.get() instanceof FieldDraft.Elements elements) {
            return Optional.of(RowScope.ofElements(event, elements));
        }
        if (list.isPresent() || !event.fields().mayHave(each.text())) {
            List<String> lists = event.fields().usable().stream()
                    .filter(FieldDraft.Elements.class::isInstance)
                    .map(field -> field.toField().name().value())
                    .toList();
            issues.error(
                    each,
                    "event %s has no list '%s'".formatted(event.name(), each.text()),
                    Suggestion.sentence(
                            each.text(), lists, "Declare a list among its fields, such as 'lines: [ { … } ]'."));
        }
        return Optional.empty();
    }

    /// The key in each event, from the first of them.
    private List<Attribute> key(EntityDeclaration entity, List<RowScope> scopes) {
        List<Attribute> key = new ArrayList<>();
        for (Written part : entity.key()) {
            Fields.inAll(part, scopes, issues)
                    .map(FieldDraft.Value::attribute)
                    .filter(attribute -> canIdentify(part, attribute))
                    .ifPresent(key::add);
        }
        Fields.requireAll(entity.key(), scopes);
        return key.size() == entity.key().size() ? key : List.of();
    }

    private boolean canIdentify(Written part, Attribute attribute) {
        boolean comparable = switch (attribute.type()) {
            case LogicalType.Json(), LogicalType.Bytes(), LogicalType.Floating() -> false;
            case LogicalType.Text(),
                    LogicalType.Varchar(var _),
                    LogicalType.Int(),
                    LogicalType.BigInt(),
                    LogicalType.Decimal(var _, var _),
                    LogicalType.Bool(),
                    LogicalType.Date(),
                    LogicalType.Time(),
                    LogicalType.Timestamp(),
                    LogicalType.Uuid() -> true;
        };
        if (!comparable) {
            issues.error(
                    part,
                    "'%s' is %s, which identifies nothing"
                            .formatted(part.text(), attribute.type().sqlName()),
                    "Choose a key of text, numbers, dates or uuid.");
        }
        return comparable;
    }

    /// All single values of its own scope, and the key; a field that means different things in
    /// different events is told of.
    private Catalogue<Attribute> columns(EntityDeclaration entity, List<RowScope> scopes) {
        boolean certain = scopes.size() == entity.from().size()
                && !scopes.isEmpty()
                && scopes.stream().allMatch(scope -> scope.own().isWhole());
        Catalogue<Attribute> columns =
                new Catalogue<>("column", certain ? Section.Extent.WHOLE : Section.Extent.UNCERTAIN);
        for (Written part : entity.key()) {
            addColumn(columns, part.text(), scopes);
        }
        for (RowScope scope : scopes) {
            for (String name : scope.own().names()) {
                addColumn(columns, name, scopes);
            }
        }
        return columns;
    }

    private void addColumn(Catalogue<Attribute> columns, String name, List<RowScope> scopes) {
        if (columns.names().contains(name)) {
            return;
        }
        List<Optional<FieldDraft>> found = scopes.stream()
                .filter(scope -> scope.has(name))
                .map(scope -> scope.peek(name))
                .toList();
        if (found.stream().anyMatch(Optional::isEmpty)) {
            columns.addBroken(name);
            return;
        }
        List<FieldDraft.Value> values = found.stream()
                .flatMap(Optional::stream)
                .filter(FieldDraft.Value.class::isInstance)
                .map(FieldDraft.Value.class::cast)
                .toList();
        if (!values.isEmpty()) {
            Fields.checkSameType(values, issues);
            columns.add(name, values.getFirst().attribute());
        }
    }
}
