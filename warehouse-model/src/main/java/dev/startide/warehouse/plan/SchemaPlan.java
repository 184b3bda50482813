package dev.startide.warehouse.plan;

import java.util.List;

/// Changes in the order in which they can be made.
public record SchemaPlan(List<SchemaChange> changes) {

    public SchemaPlan {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// The changes that adding alone cannot make.
    public List<SchemaChange> incompatible() {
        return changes.stream().filter(change -> !change.isCompatible()).toList();
    }
}
