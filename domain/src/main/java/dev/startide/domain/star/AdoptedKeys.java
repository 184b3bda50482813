package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives members and versions the keys that they have elsewhere, and others where they have none.
///
/// Keys that are left over are not given to other versions: elsewhere they may belong to one that
/// is still to come.
public final class AdoptedKeys extends KeySequence {

    private final Map<Key, KnownKeys> members = new HashMap<>();
    private final Map<Long, KnownKeys> byDurableKey = new HashMap<>();

    /// @param last beyond all keys that are, and may come to be, in use elsewhere
    public AdoptedKeys(long last) {
        super(last);
    }

    /// Forgets the members that it has learned of.
    public void forget() {
        members.clear();
        byDurableKey.clear();
    }

    /// Takes in what is known of members that the next batch may speak of.
    public void learn(Map<Key, KnownKeys> known) {
        members.putAll(known);
        known.values().forEach(keys -> byDurableKey.put(keys.durableKey(), keys));
    }

    @Override
    public long member(Key naturalKey) {
        KnownKeys known = members.get(naturalKey);
        return known == null ? next() : known.durableKey();
    }

    @Override
    public long surviving(Key naturalKey, Collection<Long> durableKeys) {
        KnownKeys known = members.get(naturalKey);
        return known == null ? super.surviving(naturalKey, durableKeys) : known.durableKey();
    }

    @Override
    public long version(long durableKey, Instant from, List<Long> free, Collection<Long> inUse) {
        KnownKeys known = byDurableKey.get(durableKey);
        Long key = known == null ? null : known.versions().get(from);
        if (key == null || inUse.contains(key)) {
            return next();
        }
        free.remove(key);
        return key;
    }
}
