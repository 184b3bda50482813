package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of a table's rows by primary key. Rows written in it touch each page of the index
/// once, and two transactions that write the same rows take them in the same turn.
final class RowOrder {

    private final Comparator<@Nullable Object[]> order;

    RowOrder(Table table) {
        List<Column> columns = table.writtenColumns();
        int[] keys = table.primaryKey().stream()
                .mapToInt(name -> indexOf(columns, table, name.value()))
                .toArray();
        this.order = (left, right) -> compare(keys, left, right);
    }

    /// The rows in order; the list itself if it is in order already.
    List<@Nullable Object[]> sorted(List<@Nullable Object[]> rows) {
        for (int index = 1; index < rows.size(); index++) {
            if (order.compare(rows.get(index - 1), rows.get(index)) > 0) {
                return rows.stream().sorted(order).toList();
            }
        }
        return rows;
    }

    private static int compare(int[] keys, @Nullable Object[] left, @Nullable Object[] right) {
        for (int key : keys) {
            int byPart = compare(left[key], right[key]);
            if (byPart != 0) {
                return byPart;
            }
        }
        return 0;
    }

    /// A null in a primary key is refused later, by the database.
    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        if (left instanceof byte[] bytes && right instanceof byte[] others) {
            return Arrays.compareUnsigned(bytes, others);
        }
        return compareSame(left, right);
    }

    @SuppressWarnings("unchecked") // values of one column have one class
    private static <T extends Comparable<T>> int compareSame(Object left, Object right) {
        return ((T) left).compareTo((T) right);
    }

    private static int indexOf(List<Column> columns, Table table, String name) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().value().equals(name)) {
                return index;
            }
        }
        throw new IllegalArgumentException("The key of %s is not written with its rows".formatted(table.name()));
    }
}
