package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that one batch needs to know of the warehouse, and what it comes to know. Thrown away if the
/// batch fails.
///
/// It is filled from the directory and from the answers of the warehouse; only then is the batch
/// decided.
public final class Workspace {

    private final Directory directory;
    private final Map<EntityName, Map<Key, EntityState>> entities = new HashMap<>();
    private final Map<EntityName, Map<Key, StoredChanges>> changes = new HashMap<>();
    private final Map<DimensionName, Map<Key, Member>> members = new HashMap<>();
    private final Map<DimensionName, Set<Key>> following = new HashMap<>();
    private final Map<FactName, Map<Key, StoredFact>> facts = new HashMap<>();
    private final Map<FactName, Map<Key, List<@Nullable Object[]>>> memories = new HashMap<>();
    private final Map<FactName, Horizon> horizons = new HashMap<>();
    private final Map<DimensionName, Set<LocalDate>> newDays = new HashMap<>();
    private final Map<EntityName, SameKeys> sameKeys = new HashMap<>();
    private final Map<EntityName, Map<Key, List<@Nullable Object[]>>> changeRows = new HashMap<>();

    Workspace(Directory directory) {
        this.directory = directory;
    }

    /// Those of the keys of an entity that the warehouse has to be asked for, to find out what
    /// identifies the individuals that they are of.
    public Set<Key> keysToAsk(EntityName entity, Collection<Key> keys) {
        return sameKeys(entity).toAsk(keys);
    }

    /// Takes in the warehouse's answer about keys.
    public void learnKeys(EntityName entity, Map<Key, Key> identities) {
        sameKeys(entity).learn(identities);
    }

    /// The key that identifies the individual that a key is of.
    public Key identityOf(EntityName entity, Key key) {
        SameKeys keys = sameKeys.get(entity);
        return keys == null ? key : keys.identityOf(key);
    }

    /// Identities that the batch has joined to others, by what they have become.
    public Map<Key, Set<Key>> merged(EntityName entity) {
        SameKeys keys = sameKeys.get(entity);
        return keys == null ? Map.of() : keys.merged();
    }

    /// Identities that are no more, because the batch has joined them to others.
    public Set<Key> mergedAway(EntityName entity) {
        return merged(entity).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /// All identities that the batch has joined, before and after.
    public Set<Key> merging(EntityName entity) {
        Set<Key> all = new HashSet<>(merged(entity).keySet());
        all.addAll(mergedAway(entity));
        return all;
    }

    SameKeys sameKeys(EntityName entity) {
        return sameKeys.computeIfAbsent(entity, _ -> new SameKeys());
    }

    /// Makes one of what is known of individuals that the batch has joined. Done once everything
    /// has been learned of each.
    public void merge(EntityName entity) {
        merged(entity).forEach((identity, formers) -> {
            EntityState state = entity(entity, identity);
            formers.forEach(
                    former -> state.register().absorb(entity(entity, former).register()));
            List<StoredChange> all = new ArrayList<>();
            Stream.concat(Stream.of(identity), formers.stream())
                    .flatMap(key -> changes(entity, key).stream())
                    .forEach(stored -> all.addAll(stored.changes()));
            changes.computeIfAbsent(entity, _ -> new HashMap<>())
                    .put(identity, new StoredChanges(MemberLayout.OPEN_START, all));
        });
    }

    /// The rows of stored changes of an individual that the batch has joined to another.
    List<@Nullable Object[]> changeRows(EntityName entity, Key former) {
        return changeRows.getOrDefault(entity, Map.of()).getOrDefault(former, List.of());
    }

    /// Takes from the directory what it remembers of these entities.
    ///
    /// @return the keys that the warehouse has to be asked for
    public Set<Key> recallEntities(EntityName entity, Collection<Key> wanted) {
        Map<Key, EntityState> known = entities.computeIfAbsent(entity, _ -> new HashMap<>());
        Map<Key, EntityState> remembered = directory.rememberedEntities(entity);
        Set<Key> missing = new HashSet<>();
        for (Key key : wanted) {
            EntityState state = remembered.get(key);
            if (state == null) {
                missing.add(key);
            } else {
                known.put(key, state.copy());
            }
        }
        return missing;
    }

    /// Takes in the warehouse's answer about entities that it was asked for.
    public void learnEntities(EntityLayout layout, Collection<Key> asked, Map<Key, @Nullable Object[]> found) {
        Map<Key, EntityState> known = entities.computeIfAbsent(layout.entity().name(), _ -> new HashMap<>());
        EntityRows rows = new EntityRows(layout);
        for (Key key : asked) {
            @Nullable Object[] row = found.get(key);
            known.put(
                    key,
                    row == null
                            ? new EntityState(
                                    Register.empty(layout.entity().attributes().size()), EntityState.Row.MISSING)
                            : new EntityState(rows.read(row), EntityState.Row.STORED));
        }
    }

    /// Takes from the directory what it remembers of these members.
    ///
    /// @return the natural keys that the warehouse has to be asked for
    public Set<Key> recallMembers(DimensionName dimension, Collection<Key> wanted) {
        Map<Key, Member> known = members.computeIfAbsent(dimension, _ -> new HashMap<>());
        Map<Key, Member> remembered = directory.rememberedMembers(dimension);
        Set<Key> missing = new HashSet<>();
        for (Key key : wanted) {
            Member member = remembered.get(key);
            if (member == null) {
                missing.add(key);
            } else {
                known.put(key, member);
            }
        }
        return missing;
    }

    /// Takes in the warehouse's answer about members.
    public void learnMembers(MemberLayout layout, Map<Key, StoredMember> found) {
        Map<Key, Member> known = members.computeIfAbsent(layout.dimension().name(), _ -> new HashMap<>());
        MemberRows rows = new MemberRows(layout);
        found.forEach((key, stored) -> known.put(key, rows.read(key, stored)));
    }

    /// Takes in the warehouse's answer about members that refer to others, and follow them.
    public void learnFollowing(MemberLayout layout, Map<Key, StoredMember> found) {
        DimensionName dimension = layout.dimension().name();
        Map<Key, Member> known = members.computeIfAbsent(dimension, _ -> new HashMap<>());
        MemberRows rows = new MemberRows(layout);
        found.forEach((key, stored) -> known.computeIfAbsent(key, _ -> rows.read(key, stored)));
        following.computeIfAbsent(dimension, _ -> new LinkedHashSet<>()).addAll(found.keySet());
    }

    /// The members that follow others of which the batch speaks.
    Set<Key> following(DimensionName dimension) {
        return following.getOrDefault(dimension, Set.of());
    }

    /// Takes in the stored changes of entities whose history has to be computed anew.
    ///
    /// @param asked for each key the instant from which on
    public void learnChanges(
            EntityLayout entity,
            ChangeLayout layout,
            Map<Key, Instant> asked,
            Map<Key, List<@Nullable Object[]>> found) {
        EntityRows rows = new EntityRows(entity);
        Map<Key, StoredChanges> known = changes.computeIfAbsent(entity.entity().name(), _ -> new HashMap<>());
        asked.forEach((key, since) -> {
            List<StoredChange> changed = found.getOrDefault(key, List.of()).stream()
                    .map(row -> rows.readChange(layout, row))
                    .toList();
            known.put(key, new StoredChanges(since, changed));
        });
        Map<Key, List<@Nullable Object[]>> ofMerged = new HashMap<>(found);
        ofMerged.keySet().retainAll(mergedAway(entity.entity().name()));
        changeRows.put(entity.entity().name(), ofMerged);
    }

    /// Takes in the warehouse's answer about facts.
    public void learnFacts(FactLayout layout, Map<Key, StoredFact> found) {
        facts.put(layout.fact().name(), found);
    }

    /// Takes in the warehouse's answer about what is kept of facts beside their table.
    public void learnMemory(FactMemory memory, Map<Key, List<@Nullable Object[]>> found) {
        memories.put(memory.fact().name(), found);
    }

    /// Takes in how far the periods of a fact have been filled.
    public void learnHorizon(FactName fact, Horizon horizon) {
        horizons.put(fact, horizon);
    }

    Horizon horizon(FactName fact) {
        return horizons.getOrDefault(fact, Horizon.initial());
    }

    Map<EntityName, Map<Key, EntityState>> entities() {
        return entities;
    }

    Map<DimensionName, Map<Key, Member>> members() {
        return members;
    }

    Map<DimensionName, Set<LocalDate>> newDays() {
        return newDays;
    }

    EntityState entity(EntityName entity, Key key) {
        EntityState state = entities.getOrDefault(entity, Map.of()).get(key);
        if (state == null) {
            throw new IllegalStateException("The warehouse was not asked for a key of " + entity);
        }
        return state;
    }

    void setEntity(EntityName entity, Key key, EntityState state) {
        entities.computeIfAbsent(entity, _ -> new HashMap<>()).put(key, state);
    }

    /// The member that is called so.
    Optional<Member> member(DimensionName dimension, Key called) {
        EntityName entity = directory.changingKeys().get(dimension);
        return memberOf(dimension, entity == null ? called : identityOf(entity, called));
    }

    /// The member with this natural key, also if the batch has joined it to another.
    Optional<Member> memberOf(DimensionName dimension, Key naturalKey) {
        return Optional.ofNullable(members.getOrDefault(dimension, Map.of()).get(naturalKey));
    }

    void setMember(DimensionName dimension, Member member) {
        members.computeIfAbsent(dimension, _ -> new HashMap<>()).put(member.naturalKey(), member);
    }

    /// The stored changes of an entity, if its history has to be computed anew.
    Optional<StoredChanges> changes(EntityName entity, Key key) {
        return Optional.ofNullable(changes.getOrDefault(entity, Map.of()).get(key));
    }

    Map<Key, StoredFact> facts(FactName fact) {
        return facts.getOrDefault(fact, Map.of());
    }

    Map<Key, List<@Nullable Object[]>> memories(FactName fact) {
        return memories.getOrDefault(fact, Map.of());
    }

    KeySequence sequence(DimensionName dimension) {
        return directory.sequence(dimension);
    }

    /// Notes that a day is needed.
    ///
    /// @return whether the calendar does not have it yet
    boolean needsDay(DimensionName calendar, LocalDate day) {
        return !directory.knownDays(calendar).contains(day)
                && newDays.computeIfAbsent(calendar, _ -> new HashSet<>()).add(day);
    }
}
