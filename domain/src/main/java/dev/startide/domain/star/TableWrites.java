package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a batch does to one table.
///
/// @param inserts rows whose primary keys the table does not have, aligned with
///     [Table#writtenColumns]
/// @param updates rows that take the place of those with the same primary keys
/// @param deletes primary keys of rows that go; done after everything else in the batch
public record TableWrites(
        Table table, List<@Nullable Object[]> inserts, List<@Nullable Object[]> updates, List<Key> deletes) {

    public TableWrites {
        inserts = List.copyOf(inserts);
        updates = List.copyOf(updates);
        deletes = List.copyOf(deletes);
    }

    public boolean isEmpty() {
        return inserts.isEmpty() && updates.isEmpty() && deletes.isEmpty();
    }

    /// How many rows are written or deleted.
    public int rows() {
        return inserts.size() + updates.size() + deletes.size();
    }
}
