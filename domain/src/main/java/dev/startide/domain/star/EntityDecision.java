package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.star.EntityName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides the rows of an entity's table, and which of its changes are stored.
final class EntityDecision {

    private final EntityName name;
    private final EntityRows rows;
    private final RowCollector table;

    EntityDecision(EntityLayout layout) {
        this.name = layout.entity().name();
        this.rows = new EntityRows(layout);
        this.table = new RowCollector(layout.table());
    }

    TableWrites decide(Map<Key, List<EntityChange>> changes, Workspace workspace) {
        changes.forEach((key, stated) -> decide(key, stated, workspace));
        workspace.mergedAway(name).forEach(former -> {
            if (workspace.entity(name, former).row() == EntityState.Row.STORED) {
                table.delete(former);
            }
        });
        return table.writes();
    }

    /// Stores the changes that are not stored yet, and drops those that can make no difference any
    /// more.
    TableWrites store(
            ChangeLayout layout, Compaction compaction, Map<Key, List<EntityChange>> changes, Workspace workspace) {
        RowCollector stored = new RowCollector(layout.table());
        changes.forEach((key, stated) -> {
            Map<ChangeOrder, StoredChange> all = new HashMap<>();
            workspace
                    .changes(name, key)
                    .ifPresent(known -> known.changes().forEach(change -> all.put(change.order(), change)));
            Set<ChangeOrder> known = Set.copyOf(all.keySet());
            stated.forEach(change -> all.putIfAbsent(change.order(), StoredChange.of(change)));
            Set<ChangeOrder> superfluous = all.size() > 1 ? compaction.superfluous(all.values()) : Set.of();
            Set<ChangeOrder> written = new HashSet<>(known);
            for (EntityChange change : stated) {
                if (written.add(change.order()) && !superfluous.contains(change.order())) {
                    stored.insert(rows.write(layout, change));
                }
            }
            Set<ChangeOrder> own = new HashSet<>(known);
            for (Key former : workspace.merged(name).getOrDefault(key, Set.of())) {
                own.removeAll(move(layout, key, former, superfluous, workspace, stored));
            }
            superfluous.stream().filter(own::contains).forEach(order -> stored.delete(EntityRows.keyOf(key, order)));
        });
        return stored.writes();
    }

    /// Brings the stored changes of an individual that was joined to another under the key of that.
    ///
    /// @return the orders of these changes
    private Set<ChangeOrder> move(
            ChangeLayout layout,
            Key key,
            Key former,
            Set<ChangeOrder> superfluous,
            Workspace workspace,
            RowCollector stored) {
        Set<ChangeOrder> moved = new HashSet<>();
        for (@Nullable Object[] row : workspace.changeRows(name, former)) {
            ChangeOrder order = rows.readChange(layout, row).order();
            moved.add(order);
            stored.delete(EntityRows.keyOf(former, order));
            if (!superfluous.contains(order)) {
                @Nullable Object[] of = row.clone();
                key.writeTo(of, 0);
                stored.insert(of);
            }
        }
        return moved;
    }

    private void decide(Key key, List<EntityChange> stated, Workspace workspace) {
        EntityState before = workspace.entity(name, key);
        Register register = before.register();
        boolean changed = workspace.merged(name).containsKey(key);
        for (EntityChange change : stated) {
            changed |= register.accept(change.order(), change.kind(), change.attributes(), change.cause());
        }
        switch (before.row()) {
            case MISSING -> table.insert(rows.write(key, register));
            case STORED -> {
                if (changed) {
                    table.update(rows.write(key, register));
                }
            }
        }
        workspace.setEntity(name, key, new EntityState(register, EntityState.Row.STORED));
    }
}
