package dev.startide.domain.star;

import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides the entries of a fact that is kept like a book. They are a function of all its changes,
/// so that a late change makes the entries that it would have made in time.
final class BookedFacts implements FactDecision {

    private final FactMemory memory;
    private final EntryRows rows;
    private final FactRows.Keys keys;
    private final RowCollector table;
    private final StoredFactChanges changes;

    BookedFacts(FactLayout layout, FactMemory memory, FactRows.Keys keys) {
        this.memory = memory;
        this.rows = new EntryRows(layout, keys);
        this.keys = keys;
        this.table = new RowCollector(layout.table());
        this.changes = new StoredFactChanges(memory);
    }

    @Override
    public List<TableWrites> decide(Map<Key, List<FactChange>> stated, Workspace workspace) {
        Map<Key, List<@Nullable Object[]>> stored =
                workspace.memories(memory.fact().name());
        stated.forEach((grain, said) -> {
            said.forEach(change -> rows.meet(change, keys));
            decide(grain, changes.with(said, stored.getOrDefault(grain, List.of())));
        });
        return List.of(table.writes(), changes.writes());
    }

    private void decide(Key grain, StoredFactChanges.Known known) {
        if (!known.isNew()) {
            return;
        }
        List<@Nullable Object[]> before = rows.write(grain, BookEntry.of(known.before(), rows.slots()));
        List<@Nullable Object[]> after = rows.write(grain, BookEntry.of(known.after(), rows.slots()));
        for (int index = 0; index < after.size(); index++) {
            if (index >= before.size()) {
                table.insert(after.get(index));
            } else if (!Arrays.deepEquals(before.get(index), after.get(index))) {
                table.update(after.get(index));
            }
        }
        for (int entry = after.size() + 1; entry <= before.size(); entry++) {
            table.delete(rows.keyOf(grain, entry));
        }
    }
}
