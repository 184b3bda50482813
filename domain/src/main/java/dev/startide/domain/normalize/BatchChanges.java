package dev.startide.domain.normalize;

import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the events of a batch say, by the key that they speak of. In no meaningful order within a
/// key.
///
/// An event is one change of an entity, however often it was delivered and however many of its
/// elements speak of that entity; where two of them do, the first that speaks of an attribute
/// counts.
public final class BatchChanges {

    private final Map<EntityName, Map<Key, List<EntityChange>>> entities = new LinkedHashMap<>();
    private final Map<FactName, Map<Key, List<FactChange>>> facts = new LinkedHashMap<>();

    void add(EntityName entity, EntityChange change) {
        List<EntityChange> said = of(entity, change.key());
        for (int index = 0; index < said.size(); index++) {
            EntityChange other = said.get(index);
            if (other.order().equals(change.order())) {
                said.set(index, other.completedBy(change));
                return;
            }
        }
        said.add(change);
    }

    /// Says once for each key that the entity exists.
    void announce(EntityName entity, Key key) {
        of(entity, key);
    }

    void add(FactName fact, FactChange change) {
        facts.computeIfAbsent(fact, _ -> new LinkedHashMap<>())
                .computeIfAbsent(change.grain(), _ -> new ArrayList<>(1))
                .add(change);
    }

    /// The changes of an entity, by its key; none for a key that another entity merely names.
    public Map<Key, List<EntityChange>> of(EntityName entity) {
        return entities.getOrDefault(entity, Map.of());
    }

    /// The changes of a fact, by its grain.
    public Map<Key, List<FactChange>> of(FactName fact) {
        return facts.getOrDefault(fact, Map.of());
    }

    private List<EntityChange> of(EntityName entity, Key key) {
        return entities.computeIfAbsent(entity, _ -> new LinkedHashMap<>())
                .computeIfAbsent(key, _ -> new ArrayList<>(1));
    }
}
