package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.FactChange;
import dev.startide.warehouse.layout.FactMemory;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The changes of facts of which all are kept, and which of them a batch adds.
final class StoredFactChanges {

    /// The changes of one grain, each once, in their total order.
    ///
    /// @param before those that were stored
    /// @param after those and what the batch says
    /// @param firstNew when the first of those that the batch adds happened; meaningless if it adds
    ///     none
    record Known(List<FactChange> before, List<FactChange> after, Instant firstNew) {

        /// Whether the batch says anything that was not stored.
        boolean isNew() {
            return after.size() > before.size();
        }
    }

    private final FactMemoryRows rows;
    private final RowCollector table;

    StoredFactChanges(FactMemory memory) {
        this.rows = new FactMemoryRows(memory);
        this.table = new RowCollector(memory.table());
    }

    /// The changes of a grain; those that are not stored yet will be.
    Known with(List<FactChange> stated, List<@Nullable Object[]> stored) {
        TreeMap<ChangeOrder, FactChange> known = new TreeMap<>();
        stored.stream().map(rows::readChange).forEach(change -> known.put(change.order(), change));
        List<FactChange> before = List.copyOf(known.values());
        Instant firstNew = Instant.MAX;
        for (FactChange change : stated) {
            if (known.putIfAbsent(change.order(), change) == null) {
                table.insert(rows.writeChange(change));
                firstNew =
                        change.order().at().isBefore(firstNew) ? change.order().at() : firstNew;
            }
        }
        return new Known(before, List.copyOf(known.values()), firstNew);
    }

    TableWrites writes() {
        return table.writes();
    }
}
