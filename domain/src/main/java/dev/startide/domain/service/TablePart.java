package dev.startide.domain.service;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.trace.Cells;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows of a part of a table, by what identifies them, ready to be compared.
final class TablePart {

    private final ComparedTable compared;
    private final List<ColumnName> columns;
    private final Map<Key, @Nullable Object[]> rows = new HashMap<>();

    TablePart(ComparedTable compared) {
        this.compared = compared;
        this.columns =
                compared.table().writtenColumns().stream().map(Column::name).toList();
    }

    /// The value of the columns that decide which events a row comes from; empty for rows that come
    /// from none, such as those of special members.
    Optional<Key> keyOf(@Nullable Object[] row) {
        return key(compared.key(), row);
    }

    void add(@Nullable Object[] row) {
        key(compared.identity(), row).ifPresent(identity -> rows.put(identity, row));
    }

    Map<Key, @Nullable Object[]> rows() {
        return rows;
    }

    /// The durable keys in a column.
    Set<Long> durableKeys(ColumnName column) {
        int index = columns.indexOf(column);
        Set<Long> keys = new HashSet<>();
        rows.values().forEach(row -> {
            if (row[index] instanceof Long key) {
                keys.add(key);
            }
        });
        return keys;
    }

    /// Puts in the place of durable keys what they stand for. Special members stand for themselves.
    void name(ColumnName column, Map<Long, Key> naturalKeys) {
        int index = columns.indexOf(column);
        List<@Nullable Object[]> named = List.copyOf(rows.values());
        named.forEach(row -> {
            if (row[index] instanceof Long key) {
                Key naturalKey = naturalKeys.get(key);
                row[index] = naturalKey == null ? key.toString() : naturalKey.toString();
            }
        });
        if (compared.identity().contains(column)) {
            rows.clear();
            named.forEach(this::add);
        }
    }

    /// The columns in which two rows differ.
    List<ColumnName> differences(@Nullable Object[] one, @Nullable Object[] other) {
        List<ColumnName> different = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            boolean isCompared = !compared.left().contains(columns.get(index));
            if (isCompared && !Objects.deepEquals(one[index], other[index])) {
                different.add(columns.get(index));
            }
        }
        return different;
    }

    /// What identifies a row, as text.
    String describe(Key identity) {
        List<String> parts = new ArrayList<>();
        Cells.named(compared.identity(), identity.parts()).forEach((name, value) -> parts.add(name + "=" + value));
        return String.join(", ", parts);
    }

    /// The natural key of the member in a row of a dimension.
    static Optional<Key> naturalKey(MemberLayout member, @Nullable Object[] row) {
        List<ColumnName> columns =
                member.dimension().naturalKey().stream().map(Attribute::name).toList();
        Cells cells = new Cells(member.table(), row);
        List<Object> parts = columns.stream()
                .flatMap(column -> Optional.ofNullable(cells.value(column)).stream())
                .toList();
        return parts.size() == columns.size() ? Optional.of(Key.of(parts.toArray())) : Optional.empty();
    }

    private Optional<Key> key(List<ColumnName> wanted, @Nullable Object[] row) {
        Object[] parts = new Object[wanted.size()];
        for (int index = 0; index < parts.length; index++) {
            Object value = row[columns.indexOf(wanted.get(index))];
            if (value == null) {
                return Optional.empty();
            }
            parts[index] = value;
        }
        return Optional.of(Key.of(parts));
    }
}
