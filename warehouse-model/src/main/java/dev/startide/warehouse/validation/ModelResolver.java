package dev.startide.warehouse.validation;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.declaration.ModelDeclaration;
import dev.startide.warehouse.declaration.Node;
import dev.startide.warehouse.expectation.ModelTest;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceKind;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Integrity;
import dev.startide.warehouse.star.Mart;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Turns a model as it was written into one that can be relied on.
///
/// Finds everything that is wrong at once and never throws for what a model says. Safe for use by
/// many threads if its checks are.
public final class ModelResolver {

    private final Set<SourceKind> sourceKinds;
    private final SqlCheck sql;
    private final CelCheck cel;

    /// @param sourceKinds the kinds of source that can be read, with their options
    public ModelResolver(Set<SourceKind> sourceKinds, SqlCheck sql, CelCheck cel) {
        this.sourceKinds = Set.copyOf(sourceKinds);
        this.sql = sql;
        this.cel = cel;
    }

    /// Reads and resolves the model that a document describes.
    ///
    /// @param files what it may name
    /// @param variables what options of sources may name
    public ModelResolution resolve(Node document, FilesBeside files, Variables variables) {
        Issues issues = new Issues();
        return DeclarationReader.read(Interpolation.of(document, variables, issues), issues)
                .map(declared -> resolve(declared, files, issues))
                .orElseGet(() -> new ModelResolution.Invalid(issues.all()));
    }

    private ModelResolution resolve(ModelDeclaration declared, FilesBeside files, Issues issues) {
        if (declared.name().isPresent()) {
            Names.check(declared.name(), 0, issues);
        }
        ZoneId timeZone = timeZone(declared, issues);
        Catalogue<Source> sources = new SourceRules(sourceKinds, issues).resolve(declared.sources());
        Catalogue<EventDraft> events = new EventRules(cel, issues).resolve(declared.events(), sources);
        Catalogue<EntityDraft> entities = new EntityRules(issues).resolve(declared.entities(), events);
        List<Entity> ordered = new ReferenceRules(entities, issues).resolve();
        Catalogue<DimensionDraft> dimensions = new OutriggerRules(entities, issues)
                .resolve(
                        declared.dimensions(),
                        new DimensionRules(entities, events, files, issues).resolve(declared.dimensions()));
        Catalogue<FactDraft> facts = new FactRules(entities, dimensions, sql, issues).resolve(declared.facts());
        List<Mart> marts = new MartRules(facts, sql, timeZone, issues).resolve(declared.marts());
        Integrity integrity = IntegrityRules.resolve(declared, issues);
        if (issues.haveErrors()) {
            return new ModelResolution.Invalid(issues.all());
        }
        warnOfUnused(declared, sources, events, issues);
        WarehouseModel model = new WarehouseModel(
                declared.name().text(),
                declared.description().text(),
                timeZone,
                sources.usable(),
                events.usable().stream().map(EventDraft::toEvent).toList(),
                ordered,
                dimensions.usable().stream().map(DimensionDraft::dimension).toList(),
                facts.usable().stream().map(FactDraft::fact).toList(),
                marts,
                entityFeeds(entities),
                factFeeds(facts),
                integrity);
        List<ModelTest> tests = new TestRules(model, issues).resolve(declared.tests());
        return issues.haveErrors()
                ? new ModelResolution.Invalid(issues.all())
                : new ModelResolution.Resolved(model, tests, issues.all());
    }

    private static ZoneId timeZone(ModelDeclaration declared, Issues issues) {
        if (!declared.timeZone().isPresent()) {
            return ZoneId.of("UTC");
        }
        return Zones.read(declared.timeZone(), issues).orElse(ZoneId.of("UTC"));
    }

    private static void warnOfUnused(
            ModelDeclaration declared, Catalogue<Source> sources, Catalogue<EventDraft> events, Issues issues) {
        declared.sources().parts().stream()
                .filter(source -> !sources.isUsed(source.name().text()))
                .forEach(source -> issues.warning(
                        source.name(),
                        "no event comes from this source",
                        "Everything that arrives there will be logged and then ignored."));
        declared.events().parts().stream()
                .filter(event -> !events.isUsed(event.name().text()))
                .forEach(event -> issues.warning(
                        event.name(),
                        "no entity is made from this event",
                        "It will be logged and checked, but changes nothing."));
    }

    private static List<Feed<EntityName>> entityFeeds(Catalogue<EntityDraft> entities) {
        return entities.usable().stream()
                .flatMap(entity -> Stream.concat(
                        entity.scopes().stream().map(scope -> feed(entity.name(), scope, effectOf(scope))),
                        entity.endings().stream().map(scope -> feed(entity.name(), scope, Feed.Effect.DELETES))))
                .toList();
    }

    private static List<Feed<FactName>> factFeeds(Catalogue<FactDraft> facts) {
        return facts.usable().stream()
                .flatMap(fact -> Stream.concat(
                        fact.scopes().stream().map(scope -> feed(fact.fact().name(), scope, effectOf(fact, scope))),
                        fact.endings().stream().map(scope -> feed(fact.fact().name(), scope, Feed.Effect.DELETES))))
                .toList();
    }

    /// A row that never changes is never deleted.
    private static Feed.Effect effectOf(FactDraft fact, RowScope scope) {
        boolean stays = fact.fact().kind().equals(new FactKind.Transaction(FactKind.Changes.NEVER));
        return stays ? Feed.Effect.STATES : effectOf(scope);
    }

    private static Feed.Effect effectOf(RowScope scope) {
        return scope.event().isOfChanges() ? Feed.Effect.FOLLOWS : Feed.Effect.STATES;
    }

    private static <T> Feed<T> feed(T target, RowScope scope, Feed.Effect effect) {
        return new Feed<>(target, scope.event().name(), scope.scope(), effect);
    }
}
