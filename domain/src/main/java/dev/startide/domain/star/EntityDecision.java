package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.star.EntityName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        return table.writes();
    }

    /// The changes that are not stored yet.
    TableWrites store(ChangeLayout layout, Map<Key, List<EntityChange>> changes, Workspace workspace) {
        RowCollector stored = new RowCollector(layout.table());
        changes.forEach((key, stated) -> {
            Set<ChangeOrder> known = new HashSet<>();
            workspace.changes(name, key).ifPresent(before -> before.forEach(change -> known.add(change.order())));
            for (EntityChange change : stated) {
                if (known.add(change.order())) {
                    stored.insert(rows.write(layout, change));
                }
            }
        });
        return stored.writes();
    }

    private void decide(Key key, List<EntityChange> stated, Workspace workspace) {
        EntityState before = workspace.entity(name, key);
        Register register = before.register();
        boolean changed = false;
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
