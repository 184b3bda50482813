package dev.startide.domain.testkit.memory;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives the rows of rebuilt tables the surrogate keys that the same rows have live.
record KeyAlignment(InMemoryDatabase shadow) {

    /// @return how many rows got another key
    long align(InMemoryTable beside, InMemoryTable live) {
        Optional<Index> identity = identity(beside.table());
        if (identity.isEmpty()) {
            return 0;
        }
        Map<Long, Long> moves = moves(beside, live, identity.get().columns());
        if (!moves.isEmpty()) {
            rewrite(beside, beside.table().primaryKey().getFirst(), moves);
            for (InMemoryTable referring : List.copyOf(shadow.tables().values())) {
                for (ForeignKey key : referring.table().foreignKeys()) {
                    if (key.target().equals(beside.table().name())) {
                        rewrite(
                                shadow.table(referring.table().name()),
                                key.columns().getFirst(),
                                moves);
                    }
                }
            }
        }
        return moves.size();
    }

    private static Optional<Index> identity(Table table) {
        boolean isSurrogate = table.primaryKey().size() == 1
                && table.column(table.primaryKey().getFirst()).orElseThrow().type() instanceof LogicalType.BigInt;
        return isSurrogate
                ? table.indexes().stream()
                        .filter(index -> index.kind() == Index.Kind.UNIQUE)
                        .findFirst()
                : Optional.empty();
    }

    private static Map<Long, Long> moves(InMemoryTable beside, InMemoryTable live, List<ColumnName> identity) {
        Map<List<@Nullable Object>, Long> wanted = keysBy(live, identity);
        Map<Long, Long> moves = new HashMap<>();
        Map<List<@Nullable Object>, Long> found = keysBy(beside, identity);
        found.forEach((row, key) -> {
            Long other = wanted.get(row);
            if (other != null && !other.equals(key)) {
                moves.put(key, other);
            }
        });
        long next = found.values().stream().mapToLong(Long::longValue).max().orElse(0);
        for (Long key : found.values()) {
            if (moves.containsValue(key) && !moves.containsKey(key)) {
                moves.put(key, ++next);
            }
        }
        return moves;
    }

    private static Map<List<@Nullable Object>, Long> keysBy(InMemoryTable table, List<ColumnName> identity) {
        int keyAt = table.indexOf(table.table().primaryKey().getFirst());
        Map<List<@Nullable Object>, Long> keys = new HashMap<>();
        for (@Nullable Object[] row : table.rows()) {
            List<@Nullable Object> values = new ArrayList<>();
            identity.forEach(name -> values.add(row[table.indexOf(name)]));
            if (row[keyAt] instanceof Long key && key > 0) {
                keys.put(values, key);
            }
        }
        return keys;
    }

    private void rewrite(InMemoryTable table, ColumnName column, Map<Long, Long> moves) {
        InMemoryTable changed = new InMemoryTable(table.table());
        int at = table.indexOf(column);
        for (@Nullable Object[] row : table.rows()) {
            if (row[at] instanceof Long key) {
                row[at] = moves.getOrDefault(key, key);
            }
            changed.insert(row);
        }
        shadow.tables().put(table.table().name(), changed);
    }
}
