package dev.startide.domain.service;

import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.star.Renames;
import dev.startide.domain.star.Workspace;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.KeyPermanence;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Finds the keys that identify individuals whose keys change, for those that events call them by.
final class KeyResolution {

    private final WarehouseLayout layout;
    private final Warehouse warehouse;

    KeyResolution(WarehouseLayout layout, Warehouse warehouse) {
        this.layout = layout;
        this.warehouse = warehouse;
    }

    /// The changes by the keys that identify. From now on the workspace knows which keys the batch
    /// has joined.
    BatchChanges identified(BatchChanges changes, Workspace workspace) {
        BatchChanges identified = changes;
        for (AliasLayout aliases : layout.aliases()) {
            if (aliases.entity().permanence() instanceof KeyPermanence.Changing keys) {
                Renames renames = new Renames(aliases.entity(), keys);
                learn(aliases, renames.keys(changes), workspace);
                renames.join(changes, workspace);
                identified = identified.identified(
                        aliases.entity().name(),
                        key -> workspace.identityOf(aliases.entity().name(), key));
            }
        }
        return identified;
    }

    /// The keys that identify the members of a dimension that are called by these.
    Set<Key> identities(MemberLayout dimension, Set<Key> keys, Workspace workspace) {
        if (!dimension.dimension().hasChangingKeys()) {
            return keys;
        }
        layout.aliasesOf(dimension.dimension().of()).ifPresent(aliases -> learn(aliases, keys, workspace));
        Set<Key> identities = new HashSet<>();
        keys.forEach(
                key -> identities.add(workspace.identityOf(dimension.dimension().of(), key)));
        return identities;
    }

    private void learn(AliasLayout aliases, Collection<Key> keys, Workspace workspace) {
        Set<Key> asked = workspace.keysToAsk(aliases.entity().name(), keys);
        if (!asked.isEmpty()) {
            workspace.learnKeys(aliases.entity().name(), warehouse.identities(aliases, asked));
        }
    }
}
