package dev.startide.domain.star;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps the entries that were used last, up to a bound.
final class BoundedCache<K, V> extends LinkedHashMap<K, V> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final float LOAD_FACTOR = 0.75f;
    private static final int INITIAL = 1_024;

    private final int bound;

    BoundedCache(int bound) {
        super(INITIAL, LOAD_FACTOR, true);
        this.bound = bound;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > bound;
    }
}
