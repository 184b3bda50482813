package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.domain.normalize.Shares;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Role;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What has to be known of the warehouse before a batch can be decided.
public final class Questions {

    private final WarehouseLayout layout;
    private final BatchChanges changes;

    public Questions(WarehouseLayout layout, BatchChanges changes) {
        this.layout = layout;
        this.changes = changes;
    }

    /// The natural keys of the members of a dimension that the batch speaks of, or that the facts
    /// it changes refer to.
    public Set<Key> members(MemberLayout dimension, Workspace workspace) {
        Set<Key> wanted = new HashSet<>();
        changes.of(dimension.dimension().of()).forEach((key, stated) -> {
            if (!stated.isEmpty()) {
                wanted.add(key);
            }
        });
        wanted.addAll(workspace.merging(dimension.dimension().of()));
        for (FactLayout fact : layout.facts()) {
            List<Role> roles = fact.fact().roles();
            for (int index = 0; index < roles.size(); index++) {
                if (roles.get(index).looksUp(dimension.dimension().name())) {
                    addReferred(fact, index, workspace, wanted);
                }
            }
        }
        return wanted;
    }

    /// The keys of an entity whose history has to be computed anew, because something is said of an
    /// instant that is not after everything that was said before, or because a dimension does not
    /// show all that was said so far. Each with the instant from which on its stored changes are
    /// needed: the first that is affected, if the versions tell how it was before, else the
    /// beginning of time.
    public Map<Key, Instant> late(ChangeLayout stored, Workspace workspace) {
        EntityName name = stored.entity().name();
        List<LateStart> dimensions = layout.members().stream()
                .map(MemberLayout::dimension)
                .filter(dimension -> dimension.of().equals(name))
                .map(dimension -> new LateStart(dimension, stored.entity()))
                .toList();
        Map<Key, Instant> late = new HashMap<>();
        Set<Key> merging = workspace.merging(name);
        merging.forEach(key -> late.put(key, MemberLayout.OPEN_START));
        changes.of(name).forEach((key, stated) -> {
            Register register = workspace.entity(name, key).register();
            if (!register.latest().equals(ChangeOrder.NEVER) && !stated.isEmpty() && !merging.contains(key)) {
                dimensions.stream()
                        .flatMap(dimension -> dimension.of(key, stated, register, workspace).stream())
                        .min(Comparator.naturalOrder())
                        .ifPresent(since -> late.put(key, since));
            }
        });
        return late;
    }

    private void addReferred(FactLayout fact, int role, Workspace workspace, Set<Key> wanted) {
        layout.memoryOf(fact.fact().name())
                .ifPresent(memory -> new FactMemoryRows(memory)
                        .named(role, workspace.memories(fact.fact().name()).values(), wanted));
        Map<Key, StoredFact> stored = workspace.facts(fact.fact().name());
        changes.of(fact.fact().name()).forEach((grain, stated) -> {
            for (FactChange change : stated) {
                switch (change.slots()[1 + role]) {
                    case Key key -> wanted.add(key);
                    case Shares shares -> wanted.addAll(shares.keys());
                    case null, default -> {}
                }
            }
            StoredFact before = stored.get(grain);
            if (before != null) {
                stored(fact, role, before).forEach(wanted::add);
            }
        });
    }

    private static Stream<Key> stored(FactLayout fact, int role, StoredFact before) {
        List<Role> roles = fact.fact().roles();
        return switch (roles.get(role)) {
            case Role.OfMember _ -> before.members().get(memberIndex(fact, role)).stream();
            case Role.OfBridge _ ->
                before
                        .shares()
                        .get((int) roles.subList(0, role).stream()
                                .filter(Role.OfBridge.class::isInstance)
                                .count())
                        .stream()
                        .flatMap(share -> share.member().stream());
            case Role.OfDay _, Role.OfTime _, Role.OfJunk _ -> Stream.empty();
        };
    }

    /// The index of a role among those that name a member.
    static int memberIndex(FactLayout fact, int role) {
        return (int) fact.fact().roles().subList(0, role).stream()
                .filter(Role.OfMember.class::isInstance)
                .count();
    }
}
