package dev.startide.domain.testkit.oracle;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.schema.ColumnName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What one event says of one row: only what it spoke of is in `values`, null included. An event
/// that says that the row is gone says nothing else.
record Said(Key key, ChangeOrder order, Feed.Effect effect, Map<ColumnName, @Nullable Object> values) {

    static Said stated(Key key, ChangeOrder order, Map<ColumnName, @Nullable Object> values) {
        return new Said(key, order, Feed.Effect.STATES, values);
    }

    static Said gone(Key key, ChangeOrder order) {
        return new Said(key, order, Feed.Effect.DELETES, Map.of());
    }

    boolean isGone() {
        return effect == Feed.Effect.DELETES;
    }

    /// What the statements say of each row, in their total order. Statements of one event about
    /// the same row are one statement; the first that speaks of a column counts.
    static Map<Key, List<Said>> byKey(List<Said> statements) {
        Map<Key, Map<ChangeOrder, Said>> ordered = new TreeMap<>();
        for (Said said : statements) {
            ordered.computeIfAbsent(said.key(), _ -> new TreeMap<>()).merge(said.order(), said, Said::orElse);
        }
        Map<Key, List<Said>> result = new TreeMap<>();
        ordered.forEach((key, byOrder) -> result.put(key, List.copyOf(byOrder.values())));
        return result;
    }

    /// The last value that was said; null if there was none.
    static @Nullable Object last(List<Said> inOrder, ColumnName column) {
        Object last = null;
        for (Said said : inOrder) {
            if (said.values().containsKey(column)) {
                last = said.values().get(column);
            }
        }
        return last;
    }

    /// The first value that was said and is not null; null if there was none.
    static @Nullable Object first(List<Said> inOrder, ColumnName column) {
        for (Said said : inOrder) {
            if (said.values().get(column) != null) {
                return said.values().get(column);
            }
        }
        return null;
    }

    private Said orElse(Said other) {
        Map<ColumnName, @Nullable Object> merged = new TreeMap<>(other.values);
        merged.putAll(values);
        return new Said(key, order, effect, merged);
    }
}
