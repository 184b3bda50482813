package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the loader remembers of the warehouse between batches: members, entities that are likely to
/// be spoken of again, the days that exist, and the next keys.
///
/// It holds nothing that the database does not: an entry may be dropped at any time and is asked
/// for again. It changes only by [#keep], after a batch has been committed. Not safe for use by
/// several threads.
public final class Directory {

    private final Map<EntityName, Map<Key, EntityState>> entities = new HashMap<>();
    private final Map<DimensionName, Map<Key, Member>> members = new HashMap<>();
    private final Map<DimensionName, KeySequence> sequences = new HashMap<>();
    private final Map<DimensionName, Set<LocalDate>> days = new HashMap<>();
    private final Map<DimensionName, EntityName> changingKeys = new HashMap<>();

    /// @param capacity how many entries are remembered of each entity and of each dimension
    /// @param sequences what gives out the keys of each dimension with members
    /// @param knownDays the days of each calendar
    public Directory(
            WarehouseLayout layout,
            int capacity,
            Map<DimensionName, KeySequence> sequences,
            Map<DimensionName, Set<LocalDate>> knownDays) {
        this.sequences.putAll(sequences);
        worthRemembering(layout).forEach(entity -> entities.put(entity, new BoundedCache<>(capacity)));
        for (MemberLayout dimension : layout.members()) {
            DimensionName name = dimension.dimension().name();
            members.put(name, new BoundedCache<>(capacity));
            if (dimension.dimension().hasChangingKeys()) {
                changingKeys.put(name, dimension.dimension().of());
            }
        }
        for (CalendarLayout calendar : layout.calendars()) {
            DimensionName name = calendar.dimension().name();
            days.put(name, new HashSet<>(knownDays.getOrDefault(name, Set.of())));
        }
    }

    /// The entities of those dimensions whose members change their keys.
    Map<DimensionName, EntityName> changingKeys() {
        return changingKeys;
    }

    /// Begins the work on a batch.
    public Workspace open() {
        return new Workspace(this);
    }

    /// Remembers what a batch that has been committed came to know.
    public void keep(Workspace workspace) {
        workspace.entities().forEach((entity, states) -> {
            Map<Key, EntityState> remembered = entities.get(entity);
            if (remembered != null) {
                remembered.putAll(states);
                remembered.keySet().removeAll(workspace.mergedAway(entity));
            }
        });
        workspace.members().forEach((dimension, known) -> {
            rememberedMembers(dimension).putAll(known);
            EntityName entity = changingKeys.get(dimension);
            if (entity != null) {
                rememberedMembers(dimension).keySet().removeAll(workspace.mergedAway(entity));
            }
        });
        workspace.newDays().forEach((calendar, added) -> knownDays(calendar).addAll(added));
    }

    Map<Key, EntityState> rememberedEntities(EntityName entity) {
        return entities.getOrDefault(entity, Map.of());
    }

    Map<Key, Member> rememberedMembers(DimensionName dimension) {
        return known(members, dimension);
    }

    KeySequence sequence(DimensionName dimension) {
        return known(sequences, dimension);
    }

    Set<LocalDate> knownDays(DimensionName calendar) {
        return known(days, calendar);
    }

    /// Entities that others name, or whose history is kept, come back; the rest is mostly seen
    /// once.
    private static Set<EntityName> worthRemembering(WarehouseLayout layout) {
        Set<EntityName> worth = new HashSet<>();
        layout.changes().forEach(changes -> worth.add(changes.entity().name()));
        layout.model().entities().stream()
                .flatMap(entity -> entity.references().stream())
                .map(Entity.Reference::target)
                .forEach(worth::add);
        return worth;
    }

    static <T> T known(Map<DimensionName, T> dimensions, DimensionName wanted) {
        T known = dimensions.get(wanted);
        if (known == null) {
            throw new IllegalArgumentException("The model has no dimension " + wanted);
        }
        return known;
    }
}
