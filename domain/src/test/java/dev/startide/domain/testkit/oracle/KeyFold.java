package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.KeyPermanence;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Which keys of an entity are those of one individual: whoever is said to have had another key.
final class KeyFold {

    private final Entity entity;
    private final List<NavigableSet<Key>> individuals = new ArrayList<>();

    private KeyFold(Entity entity) {
        this.entity = entity;
    }

    static KeyFold of(WarehouseModel model, Entity entity, List<TypedEvent> events) {
        KeyFold fold = new KeyFold(entity);
        if (entity.permanence() instanceof KeyPermanence.Changing(var said, var formerly)) {
            for (TypedEvent event : events) {
                for (Feed<EntityName> feed : model.entityFeeds()) {
                    if (feed.event().equals(event.type().name())
                            && feed.target().equals(entity.name())) {
                        for (Part part : Part.of(event, feed.scope())) {
                            Optional<Key> before =
                                    part.tellsTheEnd(feed.effect()) ? Optional.empty() : part.key(formerly);
                            Key now = part.key(Part.names(said)).orElseThrow();
                            before.filter(key -> !key.equals(now)).ifPresent(key -> fold.join(key, now));
                        }
                    }
                }
            }
        }
        return fold;
    }

    /// The least of all keys of the individual.
    Key identityOf(Key key) {
        return individuals.stream()
                .filter(keys -> keys.contains(key))
                .findFirst()
                .map(NavigableSet::first)
                .orElse(key);
    }

    List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (NavigableSet<Key> keys : individuals) {
            for (Key key : keys) {
                Cells cells = new Cells();
                for (int part = 0; part < key.width(); part++) {
                    cells.add(entity.saidKey().get(part).name(), key.part(part));
                }
                for (int part = 0; part < key.width(); part++) {
                    cells.add(entity.key().get(part).name(), keys.first().part(part));
                }
                rows.add(cells.toString());
            }
        }
        return rows;
    }

    private void join(Key one, Key other) {
        NavigableSet<Key> all = new TreeSet<>(List.of(one, other));
        individuals.removeIf(keys -> {
            boolean same = keys.contains(one) || keys.contains(other);
            if (same) {
                all.addAll(keys);
            }
            return same;
        });
        individuals.add(all);
    }
}
