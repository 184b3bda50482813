package dev.startide.domain.normalize;

import dev.startide.domain.normalize.EntityPlan.ReferencePlan;
import dev.startide.domain.normalize.FactPlan.SlotPlan;
import dev.startide.domain.normalize.FieldRef.Scoped;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.Weight;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that one kind of event feeds, with the fields looked up once.
final class EventPlan {

    /// A target, and the list in the event that it is fed from; -1 stands for the event as a whole.
    private record Scope(int listSlot, FieldGroup element) {

        Stream<FieldValues> elementsOf(TypedEvent event) {
            return listSlot < 0 ? Stream.of(event.fields()) : event.fields().elements(listSlot).stream();
        }
    }

    private record ScopedEntity(Scope scope, EntityPlan plan) {}

    private record ScopedFact(Scope scope, FactPlan plan) {}

    private final List<ScopedEntity> entities = new ArrayList<>();
    private final List<ScopedFact> facts = new ArrayList<>();

    EventPlan(EventType event, WarehouseModel model) {
        model.entityFeeds().stream()
                .filter(feed -> feed.event().equals(event.name()))
                .forEach(feed -> {
                    Scope scope = scopeOf(feed.scope(), event);
                    entities.add(
                            new ScopedEntity(scope, plan(model.entity(feed.target()), feed.effect(), scope, event)));
                });
        model.factFeeds().stream()
                .filter(feed -> feed.event().equals(event.name()))
                .forEach(feed -> {
                    Scope scope = scopeOf(feed.scope(), event);
                    facts.add(new ScopedFact(
                            scope, plan(model.fact(feed.target()), feed.effect(), scope, event, model.timeZone())));
                });
    }

    void apply(TypedEvent event, BatchChanges changes) {
        for (ScopedEntity target : entities) {
            target.scope()
                    .elementsOf(event)
                    .forEach(element -> target.plan().apply(new Scoped(event, element), changes));
        }
        for (ScopedFact target : facts) {
            target.scope()
                    .elementsOf(event)
                    .forEach(element -> target.plan().apply(new Scoped(event, element), changes));
        }
    }

    private static Scope scopeOf(Feed.Scope scope, EventType event) {
        return switch (scope) {
            case Feed.Scope.WholeEvent() -> new Scope(-1, event.fields());
            case Feed.Scope.EachElement(var list) -> {
                int slot = event.fields().slotOf(list);
                if (slot >= 0 && event.fields().fields().get(slot) instanceof Field.Nested nested) {
                    yield new Scope(slot, nested.element());
                }
                throw new IllegalArgumentException("%s has no list %s".formatted(event.name(), list));
            }
        };
    }

    private static EntityPlan plan(Entity entity, Feed.Effect effect, Scope scope, EventType event) {
        return new EntityPlan(
                entity.name(),
                effect,
                keyOf(entity.saidKey(), scope, event),
                refs(entity.attributes(), scope, event),
                entity.references().stream()
                        .filter(reference -> speaksOf(reference, effect, entity))
                        .map(reference -> new ReferencePlan(
                                reference.target(),
                                new KeyPlan(reference.columns().stream()
                                        .map(column -> FieldRef.of(column, scope.element(), event.fields()))
                                        .toList())))
                        .toList());
    }

    /// An event that says that an entity is gone speaks of its key alone.
    private static boolean speaksOf(Entity.Reference reference, Feed.Effect effect, Entity entity) {
        return switch (effect) {
            case STATES, FOLLOWS -> true;
            case DELETES ->
                entity.saidKey().stream().map(Attribute::name).toList().containsAll(reference.columns());
        };
    }

    private static FactPlan plan(Fact fact, Feed.Effect effect, Scope scope, EventType event, ZoneId zone) {
        List<SlotPlan> slots = new ArrayList<>();
        slots.add(new FactPlan.InstantSlot(timeOf(fact, scope, event), zone));
        fact.roles().forEach(role -> slots.add(slotOf(fact, role, scope, event, zone)));
        FactLayout.flagsOf(fact).forEach(flag -> slots.add(new FactPlan.ValueSlot(ref(flag, scope, event))));
        fact.storedInputs().forEach(input -> slots.add(slotOf(input, ref(input, scope, event), zone)));
        return new FactPlan(fact.name(), effect, keyOf(fact.grain(), scope, event), slots);
    }

    /// No event speaks of periods.
    private static FieldRef timeOf(Fact fact, Scope scope, EventType event) {
        return fact.kind() instanceof FactKind.Periodic ? new FieldRef.Nowhere() : ref(fact.time(), scope, event);
    }

    private static SlotPlan slotOf(Fact fact, Role role, Scope scope, EventType event, ZoneId zone) {
        if (fact.kind() instanceof FactKind.Periodic && role.inputs().contains(fact.time())) {
            return new FactPlan.ValueSlot(new FieldRef.Nowhere());
        }
        return switch (role) {
            case Role.OfMember member ->
                new FactPlan.MemberSlot(keyOf(member.inputs(), scope, event), KeyCheck.of(member.form()));
            case Role.OfJunk _ -> new FactPlan.UnsaidSlot();
            case Role.OfBridge bridge -> shares(bridge, scope, event);
            case Role.OfTime time ->
                new FactPlan.TimeSlot(
                        ref(time.time(), scope, event),
                        time.every(),
                        time.zone().in(zone));
            case Role.OfDay day ->
                new FactPlan.DaySlot(ref(day.day(), scope, event), day.zone().in(zone));
        };
    }

    private static SlotPlan shares(Role.OfBridge bridge, Scope scope, EventType event) {
        FieldGroup around = scope.element().slotOf(bridge.list()) >= 0 ? scope.element() : event.fields();
        if (around.slotOf(bridge.list()) < 0
                || !(around.fields().get(around.slotOf(bridge.list())) instanceof Field.Nested(var _, var element))) {
            return new FactPlan.UnsaidSlot();
        }
        Scope inList = new Scope(-1, element);
        return new SharePlan(
                FieldRef.of(bridge.list(), scope.element(), event.fields()),
                keyOf(bridge.key(), inList, event),
                KeyCheck.of(bridge.form()),
                switch (bridge.weight()) {
                    case Weight.Equal() -> Optional.empty();
                    case Weight.Said(var field) -> Optional.of(ref(field, inList, event));
                });
    }

    private static SlotPlan slotOf(Attribute input, FieldRef field, ZoneId zone) {
        return input.type() instanceof LogicalType.Timestamp
                ? new FactPlan.InstantSlot(field, zone)
                : new FactPlan.ValueSlot(field);
    }

    private static KeyPlan keyOf(List<Attribute> attributes, Scope scope, EventType event) {
        return new KeyPlan(refs(attributes, scope, event));
    }

    private static List<FieldRef> refs(List<Attribute> attributes, Scope scope, EventType event) {
        return attributes.stream()
                .map(attribute -> ref(attribute, scope, event))
                .toList();
    }

    private static FieldRef ref(Attribute attribute, Scope scope, EventType event) {
        return FieldRef.of(attribute.name(), scope.element(), event.fields());
    }
}
