package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.warehouse.layout.FactLayout;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides the rows of a fact that stay as their first change made them. Only an earlier change
/// that comes late makes another row of it.
final class FirstChangeFacts implements FactDecision {

    private final FactLayout layout;
    private final FactRows rows;
    private final FactRows.Keys keys;
    private final RowCollector table;

    FirstChangeFacts(FactLayout layout, FactRows.Keys keys) {
        this.layout = layout;
        this.rows = new FactRows(layout);
        this.keys = keys;
        this.table = new RowCollector(layout.table());
    }

    @Override
    public List<TableWrites> decide(Map<Key, List<FactChange>> changes, Workspace workspace) {
        Map<Key, StoredFact> stored = workspace.facts(layout.fact().name());
        changes.forEach((grain, stated) -> decide(grain, stated, stored.get(grain)));
        return List.of(table.writes());
    }

    private void decide(Key grain, List<FactChange> stated, @Nullable StoredFact before) {
        stated.forEach(change -> rows.meet(change, keys));
        ChangeOrder first = stated.stream()
                .map(FactChange::order)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (before == null) {
            table.insert(row(grain, first, stated));
        } else if (rows.read(before).latest().isAfter(first)) {
            table.update(row(grain, first, stated));
        }
    }

    /// The row as one change makes it, which may speak of it in several elements.
    private @Nullable Object[] row(Key grain, ChangeOrder order, List<FactChange> stated) {
        Register register = Register.empty(layout.slots());
        stated.stream()
                .filter(change -> change.order().equals(order))
                .forEach(change -> register.accept(order, change.slots(), change.cause()));
        return rows.write(grain, register, keys);
    }
}
