package dev.startide.domain.service;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.star.AdoptedKeys;
import dev.startide.domain.star.KeySequence;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.DimensionName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Gives members and versions of the tables beside the keys that they have live, so that whoever
/// has noted a key finds the same behind it after the swap.
final class LiveKeys implements KeyGiving {

    private final ShadowTables shadows;
    private final Map<DimensionName, AdoptedKeys> sequences = new HashMap<>();

    LiveKeys(ShadowTables shadows) {
        this.shadows = shadows;
    }

    @Override
    public KeySequence sequence(MemberLayout dimension, long highest) {
        AdoptedKeys keys = new AdoptedKeys(Math.max(highest, shadows.farKey(dimension)));
        sequences.put(dimension.dimension().name(), keys);
        return keys;
    }

    @Override
    public void beginBatch() {
        sequences.values().forEach(AdoptedKeys::forget);
    }

    @Override
    public void prepare(MemberLayout dimension, Set<Key> naturalKeys) {
        AdoptedKeys keys = sequences.get(dimension.dimension().name());
        if (keys != null && !naturalKeys.isEmpty()) {
            keys.learn(shadows.liveKeys(dimension, naturalKeys));
        }
    }
}
