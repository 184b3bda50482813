package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which keys of an entity are those of the same individual, as far as one batch has to know.
///
/// Whoever was known by one key, and is known by another, is one individual. It is identified by
/// the least of all its keys. So which individuals there are is a function of the *set* of renames:
/// neither their order matters nor how often each is told.
final class SameKeys {

    private final Map<Key, Key> stored = new HashMap<>();
    private final Map<Key, Key> lesser = new HashMap<>();
    private final Set<Key> known = new HashSet<>();
    private final Set<Key> joined = new HashSet<>();

    /// Those of the keys that the warehouse has not been asked for; from now on it has.
    Set<Key> toAsk(Collection<Key> keys) {
        Set<Key> unknown = new LinkedHashSet<>(keys);
        unknown.removeAll(known);
        known.addAll(unknown);
        return unknown;
    }

    /// Takes in what the warehouse holds: the key that identifies, by key. All keys of an
    /// individual are there, or none.
    void learn(Map<Key, Key> identities) {
        stored.putAll(identities);
        known.addAll(identities.keySet());
        identities.forEach(this::unite);
    }

    /// Takes in that whoever was known by one key is known by another.
    void join(Key former, Key now) {
        unite(former, now);
        joined.add(now);
    }

    Key identityOf(Key key) {
        Key least = key;
        for (Key next = lesser.get(least); next != null; next = lesser.get(least)) {
            least = next;
        }
        return least;
    }

    /// The identities that the batch has done away with, by what they have become.
    Map<Key, Set<Key>> merged() {
        Map<Key, Set<Key>> merged = new TreeMap<>();
        changed().forEach((key, identity) -> {
            Key before = stored.getOrDefault(key, key);
            if (!before.equals(identity)) {
                merged.computeIfAbsent(identity, _ -> new TreeSet<>()).add(before);
            }
        });
        return merged;
    }

    /// What the warehouse should hold of individuals whose keys the batch has joined, and does not.
    Map<Key, Key> toStore() {
        Map<Key, Key> missing = new LinkedHashMap<>();
        changed().forEach((key, identity) -> {
            if (!identity.equals(stored.get(key))) {
                missing.put(key, identity);
            }
        });
        return missing;
    }

    /// Whether the warehouse has a row for the key.
    boolean isStored(Key key) {
        return stored.containsKey(key);
    }

    private Map<Key, Key> changed() {
        Set<Key> individuals = new HashSet<>();
        joined.forEach(key -> individuals.add(identityOf(key)));
        Map<Key, Key> changed = new TreeMap<>();
        known.forEach(key -> {
            Key identity = identityOf(key);
            if (individuals.contains(identity)) {
                changed.put(key, identity);
            }
        });
        return changed;
    }

    private void unite(Key one, Key other) {
        Key first = identityOf(one);
        Key second = identityOf(other);
        int order = first.compareTo(second);
        if (order != 0) {
            lesser.put(order < 0 ? second : first, order < 0 ? first : second);
        }
    }
}
