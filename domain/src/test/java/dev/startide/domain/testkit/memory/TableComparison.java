package dev.startide.domain.testkit.memory;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.ShadowTables.Generated;
import dev.startide.domain.rebuild.TableDifference;
import dev.startide.domain.rebuild.TableDifference.Shape;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A table and the one that was rebuilt for it, row by row.
record TableComparison(InMemoryTable live, InMemoryTable rebuilt) {

    private static final Set<ColumnName> LEFT_OUT = Set.of(Bookkeeping.LANE, Bookkeeping.POSITION);

    TableDifference difference(TableName name, Generated generated) {
        Shape shape = shape();
        if (shape == Shape.OTHER_KEY) {
            return new TableDifference(name, shape, rebuilt.size(), 0, 0, 0, List.of());
        }
        Map<Key, List<@Nullable Object>> before = values(live);
        Map<Key, List<@Nullable Object>> after = values(rebuilt);
        Set<Key> onlyLive = new HashSet<>(before.keySet());
        onlyLive.removeAll(after.keySet());
        Set<Key> onlyRebuilt = new HashSet<>(after.keySet());
        onlyRebuilt.removeAll(before.keySet());
        switch (generated) {
            case BY_EVENTS -> {}
            case IN_ADVANCE -> onlyRebuilt.clear();
            case AS_NEEDED -> {
                onlyRebuilt.clear();
                onlyLive.clear();
            }
        }
        List<Key> changed = before.keySet().stream()
                .filter(after::containsKey)
                .filter(key -> !before.get(key).equals(after.get(key)))
                .toList();
        List<Key> all = new ArrayList<>(onlyLive);
        all.addAll(onlyRebuilt);
        all.addAll(changed);
        return new TableDifference(
                name,
                shape,
                rebuilt.size(),
                onlyLive.size(),
                onlyRebuilt.size(),
                changed.size(),
                all.stream().limit(10).map(Key::toString).toList());
    }

    private Shape shape() {
        if (!live.table().primaryKey().equals(rebuilt.table().primaryKey())) {
            return Shape.OTHER_KEY;
        }
        Set<Object> columns = shapeOf(live.table());
        return columns.equals(shapeOf(rebuilt.table())) ? Shape.SAME : Shape.OTHER;
    }

    private static Set<Object> shapeOf(Table table) {
        Set<Object> columns = new HashSet<>();
        table.columns().forEach(column -> columns.add(List.of(column.name(), column.type(), column.nullability())));
        return columns;
    }

    private Map<Key, List<@Nullable Object>> values(InMemoryTable table) {
        List<ColumnName> common = rebuilt.table().writtenColumns().stream()
                .filter(column -> !LEFT_OUT.contains(column.name()))
                .filter(this::isLive)
                .map(Column::name)
                .toList();
        Map<Key, List<@Nullable Object>> values = new HashMap<>();
        for (@Nullable Object[] row : table.rows()) {
            List<@Nullable Object> shown = new ArrayList<>();
            common.forEach(column -> shown.add(comparable(row[table.indexOf(column)])));
            values.put(table.keyOf(row), shown);
        }
        return values;
    }

    private boolean isLive(Column column) {
        return live.table()
                .column(column.name())
                .filter(found -> found.type().equals(column.type()))
                .isPresent();
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : value;
    }
}
