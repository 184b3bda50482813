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
        Table table,
        List<@Nullable Object[]> inserts,
        List<@Nullable Object[]> updates,
        List<Key> deletes,
        Existing existing) {

    /// What happens to an inserted row whose primary key the table has after all.
    public enum Existing {
        /// It is a mistake of ours: the batch fails.
        FAIL,

        /// The table keeps its own row. For rows that are the same whoever writes them.
        KEEP
    }

    public TableWrites {
        inserts = List.copyOf(inserts);
        updates = List.copyOf(updates);
        deletes = List.copyOf(deletes);
    }

    /// Writes whose inserted rows the table certainly does not have.
    public TableWrites(
            Table table, List<@Nullable Object[]> inserts, List<@Nullable Object[]> updates, List<Key> deletes) {
        this(table, inserts, updates, deletes, Existing.FAIL);
    }

    public boolean isEmpty() {
        return inserts.isEmpty() && updates.isEmpty() && deletes.isEmpty();
    }

    /// How many rows are written or deleted.
    public int rows() {
        return inserts.size() + updates.size() + deletes.size();
    }
}
