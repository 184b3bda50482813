package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows that a batch writes to one table, while they are decided.
final class RowCollector {

    private final Table table;
    private final TableWrites.Existing existing;
    private final List<@Nullable Object[]> inserts = new ArrayList<>();
    private final List<@Nullable Object[]> updates = new ArrayList<>();
    private final List<Key> deletes = new ArrayList<>();

    RowCollector(Table table) {
        this(table, TableWrites.Existing.FAIL);
    }

    RowCollector(Table table, TableWrites.Existing existing) {
        this.table = table;
        this.existing = existing;
    }

    void insert(@Nullable Object[] row) {
        inserts.add(row);
    }

    void update(@Nullable Object[] row) {
        updates.add(row);
    }

    void delete(Key key) {
        deletes.add(key);
    }

    TableWrites writes() {
        return new TableWrites(table, inserts, updates, deletes, existing);
    }
}
