package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Shares;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Role;
import java.time.Instant;
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
        for (FactLayout fact : layout.facts()) {
            List<Role> roles = fact.fact().roles();
            for (int index = 0; index < roles.size(); index++) {
                if (roles.get(index).dimension().equals(dimension.dimension().name())) {
                    addReferred(fact, index, workspace, wanted);
                }
            }
        }
        return wanted;
    }

    /// The keys of an entity whose history has to be computed from its beginning: something is said
    /// of an instant that is not after everything that was said before, or a dimension has not
    /// followed from the start.
    public Set<Key> late(ChangeLayout entity, Workspace workspace) {
        EntityName name = entity.entity().name();
        Set<Key> late = new HashSet<>();
        for (Map.Entry<Key, List<EntityChange>> entry : changes.of(name).entrySet()) {
            ChangeOrder latest =
                    workspace.entity(name, entry.getKey()).register().latest();
            if (!latest.equals(ChangeOrder.NEVER)
                    && !entry.getValue().isEmpty()
                    && (speaksOf(latest.at(), entry.getValue())
                            || isNewToADimension(name, entry.getKey(), workspace))) {
                late.add(entry.getKey());
            }
        }
        return late;
    }

    private void addReferred(FactLayout fact, int role, Workspace workspace, Set<Key> wanted) {
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

    private static boolean speaksOf(Instant latest, List<EntityChange> stated) {
        return stated.stream().anyMatch(change -> !change.order().at().isAfter(latest));
    }

    private boolean isNewToADimension(EntityName entity, Key key, Workspace workspace) {
        return layout.members().stream()
                .map(MemberLayout::dimension)
                .filter(dimension -> dimension.of().equals(entity))
                .map(Dimension.Members::name)
                .anyMatch(dimension -> workspace
                        .member(dimension, key)
                        .filter(member -> member.standing() == Member.Standing.STATED)
                        .isEmpty());
    }
}
