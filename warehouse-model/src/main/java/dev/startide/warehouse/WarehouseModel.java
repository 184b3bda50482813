package dev.startide.warehouse;

import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Integrity;
import dev.startide.warehouse.star.Mart;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/// A whole warehouse: where its data comes from and what becomes of it. Resolved and free of
/// contradictions.
///
/// @param name what the warehouse is called; a database holds one warehouse
/// @param timeZone decides which day an instant belongs to
/// @param entities each after those that it refers to, unless they refer to each other
/// @param entityFeeds which events tell of which entities
/// @param factFeeds which events tell of which facts
/// @param integrity what the database does about foreign keys
public record WarehouseModel(
        String name,
        String description,
        ZoneId timeZone,
        List<Source> sources,
        List<EventType> events,
        List<Entity> entities,
        List<Dimension> dimensions,
        List<Fact> facts,
        List<Mart> marts,
        List<Feed<EntityName>> entityFeeds,
        List<Feed<FactName>> factFeeds,
        Integrity integrity) {

    public WarehouseModel {
        sources = List.copyOf(sources);
        events = List.copyOf(events);
        entities = List.copyOf(entities);
        dimensions = List.copyOf(dimensions);
        facts = List.copyOf(facts);
        marts = List.copyOf(marts);
        entityFeeds = List.copyOf(entityFeeds);
        factFeeds = List.copyOf(factFeeds);
    }

    /// A model whose foreign keys are enforced.
    public WarehouseModel(
            String name,
            String description,
            ZoneId timeZone,
            List<Source> sources,
            List<EventType> events,
            List<Entity> entities,
            List<Dimension> dimensions,
            List<Fact> facts,
            List<Mart> marts,
            List<Feed<EntityName>> entityFeeds,
            List<Feed<FactName>> factFeeds) {
        this(
                name,
                description,
                timeZone,
                sources,
                events,
                entities,
                dimensions,
                facts,
                marts,
                entityFeeds,
                factFeeds,
                Integrity.ENFORCED);
    }

    /// The same model, with that done about foreign keys.
    public WarehouseModel keeping(Integrity other) {
        return new WarehouseModel(
                name,
                description,
                timeZone,
                sources,
                events,
                entities,
                dimensions,
                facts,
                marts,
                entityFeeds,
                factFeeds,
                other);
    }

    /// The source of that name; the model must have it.
    public Source source(SourceName wanted) {
        return named(sources, Source::name, wanted);
    }

    /// The kind of event of that name; the model must have it.
    public EventType event(EventName wanted) {
        return named(events, EventType::name, wanted);
    }

    /// The entity of that name; the model must have it.
    public Entity entity(EntityName wanted) {
        return named(entities, Entity::name, wanted);
    }

    /// The dimension of that name; the model must have it.
    public Dimension dimension(DimensionName wanted) {
        return named(dimensions, Dimension::name, wanted);
    }

    /// The fact of that name; the model must have it.
    public Fact fact(FactName wanted) {
        return named(facts, Fact::name, wanted);
    }

    private static <T, N> T named(List<T> parts, Function<T, N> nameOf, N wanted) {
        return parts.stream()
                .filter(part -> nameOf.apply(part).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The model has no " + wanted));
    }
}
