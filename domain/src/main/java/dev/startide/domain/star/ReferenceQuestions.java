package dev.startide.domain.star;

import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.EntityName;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What has to be known of members that refer to others before a batch can be decided. Asked after
/// all [Questions], first for [#durableKeys] in the order of dimensions, then for [#referred].
public final class ReferenceQuestions {

    private final WarehouseLayout layout;
    private final BatchChanges changes;

    public ReferenceQuestions(WarehouseLayout layout, BatchChanges changes) {
        this.layout = layout;
        this.changes = changes;
    }

    /// The durable keys of the members of a dimension whose versions the batch may change: those
    /// that it speaks of, and those that follow such members of other dimensions.
    public Set<Long> durableKeys(DimensionName dimension, Workspace workspace) {
        Set<Long> durableKeys = new HashSet<>();
        for (Key key : touched(dimension, workspace)) {
            workspace.memberOf(dimension, key).map(Member::durableKey).ifPresent(durableKeys::add);
        }
        durableKeys.addAll(joinedDurableKeys(dimension, workspace));
        return durableKeys;
    }

    /// The durable keys of those members of a dimension that the batch has found to be the same as
    /// others: not all of them are kept.
    public Set<Long> joinedDurableKeys(DimensionName dimension, Workspace workspace) {
        Set<Long> durableKeys = new HashSet<>();
        if (layout.model().dimension(dimension) instanceof Dimension.Members members) {
            for (Key key : workspace.merging(members.of())) {
                workspace.memberOf(dimension, key).map(Member::durableKey).ifPresent(durableKeys::add);
            }
        }
        return durableKeys;
    }

    /// The natural keys of members of a dimension to which the members refer that the batch speaks
    /// of, or that follow those.
    public Set<Key> referred(DimensionName dimension, Workspace workspace) {
        Set<Key> wanted = new HashSet<>();
        for (MemberLayout referring : layout.members()) {
            Cascade cascade = new Cascade(
                    referring, layout.model().entity(referring.dimension().of()));
            if (cascade.refersTo(dimension)) {
                Set<Key> touched = touched(referring.dimension().name(), workspace);
                touched.forEach(key -> collect(referring, cascade, key, dimension, workspace, wanted));
            }
        }
        return wanted;
    }

    private void collect(
            MemberLayout referring,
            Cascade cascade,
            Key key,
            DimensionName dimension,
            Workspace workspace,
            Set<Key> wanted) {
        Dimension.Members members = referring.dimension();
        EntityName entity = members.of();
        for (EntityChange change : changes.of(entity).getOrDefault(key, List.of())) {
            cascade.collect(key, change.attributes(), dimension, wanted);
        }
        workspace
                .changes(entity, key)
                .ifPresent(stored -> stored.changes()
                        .forEach(change -> cascade.collect(key, change.attributes(), dimension, wanted)));
        workspace.member(members.name(), key).ifPresent(known -> cascade.collect(known.versions(), dimension, wanted));
    }

    private Set<Key> touched(DimensionName dimension, Workspace workspace) {
        Set<Key> touched = new LinkedHashSet<>(workspace.following(dimension));
        if (layout.model().dimension(dimension) instanceof Dimension.Members members) {
            for (Map.Entry<Key, List<EntityChange>> said :
                    changes.of(members.of()).entrySet()) {
                if (!said.getValue().isEmpty()) {
                    touched.add(said.getKey());
                }
            }
        }
        return touched;
    }
}
