package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.warehouse.layout.FactMemory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The facts that are gone, with what was last said of them.
final class GoneFacts {

    private final FactMemory memory;
    private final FactMemoryRows rows;
    private final RowCollector table;
    private Map<Key, List<@Nullable Object[]>> stored = Map.of();

    GoneFacts(FactMemory memory) {
        this.memory = memory;
        this.rows = new FactMemoryRows(memory);
        this.table = new RowCollector(memory.table());
    }

    void recall(Workspace workspace) {
        stored = workspace.memories(memory.fact().name());
    }

    /// What was said of a fact that is gone.
    Optional<Register> register(Key grain) {
        return Optional.ofNullable(stored.get(grain)).map(List::getFirst).map(rows::readGone);
    }

    void keep(Key grain, Register register) {
        if (stored.containsKey(grain)) {
            table.update(rows.writeGone(grain, register));
        } else {
            table.insert(rows.writeGone(grain, register));
        }
    }

    /// The fact is back.
    void forget(Key grain) {
        if (stored.containsKey(grain)) {
            table.delete(grain);
        }
    }

    TableWrites writes() {
        return table.writes();
    }
}
