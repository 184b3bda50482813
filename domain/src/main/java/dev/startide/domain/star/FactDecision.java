package dev.startide.domain.star;

import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.warehouse.layout.FactLayout;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides the rows of a fact. The members that they point at have been decided before.
final class FactDecision {

    private final FactLayout layout;
    private final FactRows rows;
    private final FactRows.Keys keys;
    private final RowCollector table;

    FactDecision(FactLayout layout, FactRows.Keys keys) {
        this.layout = layout;
        this.rows = new FactRows(layout);
        this.keys = keys;
        this.table = new RowCollector(layout.table());
    }

    TableWrites decide(Map<Key, List<FactChange>> changes, Map<Key, StoredFact> stored) {
        changes.forEach((grain, stated) -> decide(grain, stated, stored.get(grain)));
        return table.writes();
    }

    private void decide(Key grain, List<FactChange> stated, @Nullable StoredFact before) {
        Register register = before == null ? Register.empty(layout.slots()) : rows.read(before);
        boolean changed = false;
        for (FactChange change : stated) {
            changed |= register.accept(change.order(), change.kind(), change.slots(), change.cause());
            rows.meet(change, keys);
        }
        if (before == null) {
            table.insert(rows.write(grain, register, keys));
        } else if (changed) {
            table.update(rows.write(grain, register, keys));
        }
    }
}
