package dev.startide.domain.star;

import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.KeyPermanence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// What a batch says of keys that have changed. Asked before anything else, and before the changes
/// are brought under the keys that identify.
public final class Renames {

    private final EntityName entity;
    private final StatedKey former;

    /// @param keys how the entity's keys change
    public Renames(Entity entity, KeyPermanence.Changing keys) {
        this.entity = entity.name();
        this.former = StatedKey.of(
                keys.formerly().stream()
                        .map(name -> entity.attributes().get(entity.attributeAt(name)))
                        .toList(),
                entity);
    }

    /// Every key that the batch calls an individual by, now or formerly.
    public Set<Key> keys(BatchChanges changes) {
        Set<Key> keys = new HashSet<>(changes.of(entity).keySet());
        forEach(changes, (before, _) -> keys.add(before));
        return keys;
    }

    /// Lets the workspace know which keys are those of the same individual.
    public void join(BatchChanges changes, Workspace workspace) {
        forEach(changes, (before, now) -> workspace.sameKeys(entity).join(before, now));
    }

    private void forEach(BatchChanges changes, BiConsumer<Key, Key> rename) {
        for (List<EntityChange> said : changes.of(entity).values()) {
            for (EntityChange change : said) {
                if (former.in(change.key(), change.attributes()) instanceof Key before
                        && !before.equals(change.key())) {
                    rename.accept(before, change.key());
                }
            }
        }
    }
}
