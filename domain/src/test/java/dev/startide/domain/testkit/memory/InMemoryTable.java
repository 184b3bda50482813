package dev.startide.domain.testkit.memory;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of a table by their primary key. Rows are never changed in place, so a copy of the
/// table is a safe point to return to.
final class InMemoryTable {

    private final Table table;
    private final List<ColumnName> columns;
    private final int[] primaryKey;
    private final Map<Key, @Nullable Object[]> rows;

    InMemoryTable(Table table) {
        this(table, new LinkedHashMap<>());
    }

    private InMemoryTable(Table table, Map<Key, @Nullable Object[]> rows) {
        this.table = table;
        this.columns = table.writtenColumns().stream().map(Column::name).toList();
        this.primaryKey = indexesOf(table.primaryKey());
        this.rows = rows;
    }

    InMemoryTable copy() {
        return new InMemoryTable(table, new LinkedHashMap<>(rows));
    }

    /// The same rows in a table that has more columns, keys or indexes.
    InMemoryTable as(Table wider) {
        InMemoryTable changed = new InMemoryTable(wider);
        rows.forEach((key, row) -> changed.rows.put(key, changed.aligned(columns, row)));
        return changed;
    }

    Table table() {
        return table;
    }

    List<@Nullable Object[]> rows() {
        return rows.values().stream()
                .map(row -> (@Nullable Object[]) row.clone())
                .toList();
    }

    Optional<@Nullable Object[]> row(Key key) {
        return Optional.ofNullable(rows.get(key)).map(row -> (@Nullable Object[]) row.clone());
    }

    boolean has(Key key) {
        return rows.containsKey(key);
    }

    /// Whether there is a row with the same primary key.
    boolean hasKeyOf(@Nullable Object[] row) {
        return rows.containsKey(keyOf(row));
    }

    int size() {
        return rows.size();
    }

    Key keyOf(@Nullable Object[] row) {
        return Key.of(Arrays.stream(primaryKey).mapToObj(index -> row[index]).toArray());
    }

    void insert(@Nullable Object[] row) {
        if (rows.putIfAbsent(keyOf(row), row.clone()) != null) {
            throw broken("has a row with the key of one to insert");
        }
    }

    void update(@Nullable Object[] row) {
        if (rows.replace(keyOf(row), row.clone()) == null) {
            throw broken("has no row with the key of one to update");
        }
    }

    void delete(Key key) {
        if (rows.remove(key) == null) {
            throw broken("has no row with the key of one to delete");
        }
    }

    /// Puts another value in a column of a row.
    void set(Key key, int column, Object value) {
        @Nullable Object[] changed = rows.get(key).clone();
        changed[column] = value;
        rows.put(key, changed);
    }

    int indexOf(ColumnName column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw broken("has no column " + column);
        }
        return index;
    }

    /// The values of columns as a key; empty if one of them is null, as SQL has it.
    Optional<Key> keyIn(@Nullable Object[] row, List<ColumnName> wanted) {
        List<Object> parts = new ArrayList<>();
        for (ColumnName column : wanted) {
            Object value = row[indexOf(column)];
            if (value == null) {
                return Optional.empty();
            }
            parts.add(value);
        }
        return Optional.of(Key.of(parts.toArray()));
    }

    /// Fails if two rows share the values of a unique index.
    void requireUnique() {
        for (Index index : table.indexes()) {
            if (index.kind() == Index.Kind.UNIQUE) {
                Set<Key> seen = new HashSet<>();
                for (@Nullable Object[] row : rows.values()) {
                    keyIn(row, index.columns()).ifPresent(key -> {
                        if (!seen.add(key)) {
                            throw broken("has two rows with the same " + index.columns());
                        }
                    });
                }
            }
        }
    }

    private int[] indexesOf(List<ColumnName> wanted) {
        return wanted.stream().mapToInt(this::indexOf).toArray();
    }

    private @Nullable Object[] aligned(List<ColumnName> others, @Nullable Object[] row) {
        @Nullable Object[] result = new Object[columns.size()];
        for (int index = 0; index < others.size(); index++) {
            result[indexOf(others.get(index))] = row[index];
        }
        return result;
    }

    private StartideException broken(String what) {
        return StartideException.because(FailureCode.INVARIANT_BROKEN, "%s %s".formatted(table.name(), what));
    }
}
