package dev.startide.domain.normalize;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.domain.quality.Rejection.Stage;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the events of a batch say, by the key that they speak of. In no meaningful order within a
/// key.
///
/// An event is one change of an entity or fact, however many of its elements speak of it. Elements
/// that say different things of the same attribute contradict each other: such an event cannot be
/// used.
public final class BatchChanges {

    private final Map<EntityName, Map<Key, List<EntityChange>>> entities = new LinkedHashMap<>();
    private final Map<FactName, Map<Key, List<FactChange>>> facts = new LinkedHashMap<>();
    private final Map<LanePosition, Rejection> rejected = new LinkedHashMap<>();

    void add(EntityName entity, EntityChange change) {
        List<EntityChange> said = of(entity, change.key());
        for (int index = 0; index < said.size(); index++) {
            EntityChange other = said.get(index);
            if (other.cause().equals(change.cause())) {
                requireAgreement(entity.value(), change.cause(), other.attributes(), change.attributes());
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
        List<FactChange> said = facts.computeIfAbsent(fact, _ -> new LinkedHashMap<>())
                .computeIfAbsent(change.grain(), _ -> new ArrayList<>(1));
        for (int index = 0; index < said.size(); index++) {
            FactChange other = said.get(index);
            if (other.cause().equals(change.cause())) {
                requireAgreement(fact.value(), change.cause(), other.slots(), change.slots());
                said.set(index, other.completedBy(change));
                return;
            }
        }
        said.add(change);
    }

    /// The changes of an entity, by its key; none for a key that another entity merely names.
    public Map<Key, List<EntityChange>> of(EntityName entity) {
        return entities.getOrDefault(entity, Map.of());
    }

    /// The same changes, with those of one entity by the keys that identify.
    ///
    /// @param identity the key that identifies, for one that events call it by
    public BatchChanges identified(EntityName entity, UnaryOperator<Key> identity) {
        BatchChanges identified = new BatchChanges();
        identified.entities.putAll(entities);
        identified.facts.putAll(facts);
        identified.rejected.putAll(rejected);
        identified.entities.remove(entity);
        of(entity).forEach((key, said) -> {
            Key known = identity.apply(key);
            List<EntityChange> all = identified.of(entity, known);
            said.forEach(change -> all.add(change.of(known)));
        });
        return identified;
    }

    /// The changes of a fact, by its grain.
    public Map<Key, List<FactChange>> of(FactName fact) {
        return facts.getOrDefault(fact, Map.of());
    }

    /// The events that cannot be used, although each of their fields is well. What they say is
    /// among the changes: leave them out and normalize the others again.
    public Map<LanePosition, Rejection> rejected() {
        return rejected;
    }

    void reject(LanePosition cause, Reason reason, String message) {
        rejected.put(cause, new Rejection(Stage.NORMALIZE, reason, message));
    }

    private void requireAgreement(String row, LanePosition cause, @Nullable Object[] one, @Nullable Object[] other) {
        if (contradict(one, other)) {
            String message =
                    "two of its elements are the same %s by their key, and say different things of it".formatted(row);
            reject(cause, Reason.CONTRADICTION, message);
        }
    }

    private static boolean contradict(@Nullable Object[] one, @Nullable Object[] other) {
        for (int index = 0; index < one.length; index++) {
            if (one[index] != Unsaid.UNSAID
                    && other[index] != Unsaid.UNSAID
                    && !Objects.deepEquals(one[index], other[index])) {
                return true;
            }
        }
        return false;
    }

    private List<EntityChange> of(EntityName entity, Key key) {
        return entities.computeIfAbsent(entity, _ -> new LinkedHashMap<>())
                .computeIfAbsent(key, _ -> new ArrayList<>(1));
    }
}
