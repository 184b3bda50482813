package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.KeyPermanence;
import dev.startide.warehouse.star.MiniDimension;
import dev.startide.warehouse.star.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Computes what a warehouse holds after a set of events, whatever their order and however often
/// each arrived.
///
/// Members that only facts or other members name are inferred, entities that only others name are
/// announced: by every event that names them, also where a later event takes it back. Calendars and
/// the rows that stand for "not said" are left out.
public final class ReferenceFold {

    private final WarehouseModel model;
    private final LocalDate until;

    private ReferenceFold(WarehouseModel model, LocalDate until) {
        this.model = model;
        this.until = until;
    }

    /// The same, with the periods filled that are over at the beginning of a day.
    public ReferenceFold filledUntil(LocalDate day) {
        return new ReferenceFold(model, day);
    }

    public static ReferenceFold of(WarehouseModel model) {
        return new ReferenceFold(model, LocalDate.of(1900, 1, 1));
    }

    /// @param delivered in any order, possibly doubled; events that contradict themselves, or
    ///     whose weights do not add up, count for nothing
    public WarehouseContents fold(List<TypedEvent> delivered) {
        List<TypedEvent> events = delivered.stream()
                .filter(event -> !Contradiction.isIn(event, model) && !ListFold.hasBadWeights(event, model))
                .toList();
        Map<TableName, List<String>> rows = new TreeMap<>();
        Map<EntityName, EntityFold> entities = new HashMap<>();
        Map<EntityName, KeyFold> keys = new HashMap<>();
        for (Entity entity : model.entities()) {
            KeyFold ofEntity = KeyFold.of(model, entity, events);
            keys.put(entity.name(), ofEntity);
            if (entity.permanence() instanceof KeyPermanence.Changing) {
                rows.put(new TableName("norm", entity.name() + "__key"), ofEntity.rows());
            }
            EntityFold fold = EntityFold.of(model, entity, events, ofEntity);
            entities.put(entity.name(), fold);
            rows.put(new TableName("norm", entity.name().value()), fold.rows());
        }
        List<FactFold> facts = new ArrayList<>();
        model.facts().forEach(fact -> facts.add(FactFold.of(model, fact, events)));
        Map<DimensionName, MemberFold> members = new HashMap<>();
        for (Dimension dimension : model.dimensions()) {
            if (dimension instanceof Dimension.Members shown) {
                EntityFold entity = entities.get(shown.of());
                Set<Key> named = named(facts, shown.name());
                named.addAll(namedByMembers(entities, shown.name()));
                MemberFold fold = new MemberFold(
                        shown,
                        entity.statements(),
                        named,
                        new ExpectedReferences(shown, members),
                        keys.get(shown.of()));
                members.put(shown.name(), fold);
                rows.put(new TableName("star", shown.name().value()), fold.rows());
                rows.put(new TableName("norm", shown.of() + "__change"), entity.changes());
                for (MiniDimension mini : shown.minis()) {
                    Dimension.Members trail = mini.trailOf(shown);
                    MemberFold had = new MemberFold(
                            trail,
                            entity.statements(),
                            named(facts, trail.name()),
                            new ExpectedReferences(trail, members),
                            keys.get(shown.of()));
                    members.put(trail.name(), had);
                    rows.put(new TableName("star", trail.name().value()), had.rows());
                }
            }
        }
        for (int index = 0; index < facts.size(); index++) {
            Fact fact = model.facts().get(index);
            rows.put(
                    new TableName("star", fact.name().value()),
                    facts.get(index).rows(members, model.timeZone(), until));
            for (Role role : fact.roles()) {
                if (role instanceof Role.OfBridge bridge) {
                    rows.put(
                            new TableName("star", fact.name() + "__" + role.name()),
                            facts.get(index).rows(bridge, members));
                }
            }
        }
        return new WarehouseContents(rows);
    }

    private Set<Key> namedByMembers(Map<EntityName, EntityFold> entities, DimensionName dimension) {
        Set<Key> named = new HashSet<>();
        for (Dimension other : model.dimensions()) {
            if (other instanceof Dimension.Members referring) {
                named.addAll(ExpectedReferences.named(
                        referring, entities.get(referring.of()).statements(), dimension));
            }
        }
        return named;
    }

    private static Set<Key> named(List<FactFold> facts, DimensionName dimension) {
        Set<Key> named = new HashSet<>();
        facts.forEach(fact -> named.addAll(fact.named(dimension)));
        return named;
    }
}
