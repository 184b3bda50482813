package dev.startide.domain.star;

import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.FactMemory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Decides what a batch changes in a periodic fact: changes are kept until their period is closed,
/// and one that comes later writes the rows of the closed periods since then anew.
final class PeriodicFacts implements FactDecision {

    private final FactMemory memory;
    private final PeriodRows rows;
    private final RowCollector table;
    private final StoredFactChanges changes;

    PeriodicFacts(FactMemory memory, PeriodRows rows) {
        this.memory = memory;
        this.rows = rows;
        this.table = new RowCollector(rows.layout().table());
        this.changes = new StoredFactChanges(memory);
    }

    @Override
    public List<TableWrites> decide(Map<Key, List<FactChange>> stated, Workspace workspace) {
        Map<Key, List<@Nullable Object[]>> stored =
                workspace.memories(memory.fact().name());
        Horizon horizon = workspace.horizon(memory.fact().name());
        PeriodBound bound = PeriodBound.of(memory.fact().name(), stated.values());
        stated.forEach((grain, said) -> {
            said.forEach(rows::meet);
            decide(grain, changes.with(said, stored.getOrDefault(grain, List.of())), horizon.untilOf(grain), bound);
        });
        return List.of(table.writes(), changes.writes());
    }

    private void decide(Key grain, StoredFactChanges.Known known, LocalDate until, PeriodBound bound) {
        if (!known.isNew()) {
            return;
        }
        LocalDate from = rows.periodOf(known.firstNew());
        if (!rows.isClosed(from, until)) {
            return;
        }
        SortedMap<LocalDate, @Nullable Object[]> before = rows.of(grain, known.before(), from, until);
        rows.of(grain, known.after(), from, until).forEach((period, row) -> {
            @Nullable Object[] stored = before.remove(period);
            if (stored == null) {
                table.insert(row);
                bound.count();
            } else if (!Arrays.deepEquals(stored, row)) {
                table.update(row);
                bound.count();
            }
        });
        before.keySet().forEach(period -> {
            table.delete(rows.keyOf(grain, period));
            bound.count();
        });
    }
}
