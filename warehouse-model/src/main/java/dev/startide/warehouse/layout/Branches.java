package dev.startide.warehouse.layout;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.Outrigger;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The dimensions that the dimension of a role refers to, and those that these refer to, as marts
/// show them. None is shown again within itself.
final class Branches {

    /// A dimension that is referred to.
    ///
    /// @param path the names of the references that lead to it from the role
    /// @param prefix what its columns are prefixed with
    /// @param join how it is joined to the dimension that refers to it
    record Branch(List<ColumnName> path, ColumnName prefix, View.Join join, Table table) {}

    /// Where branches grow from.
    private record Stem(String alias, ColumnName prefix, List<ColumnName> path) {
        Stem followedBy(ColumnName reference) {
            List<ColumnName> longer = new ArrayList<>(path);
            longer.add(reference);
            return new Stem(alias + "__" + reference, MartLayout.inRole(prefix, reference), List.copyOf(longer));
        }
    }

    private final Map<DimensionName, MemberLayout> members;
    private final Map<ColumnName, List<Branch>> byRole = new HashMap<>();

    private Branches(Map<DimensionName, MemberLayout> members) {
        this.members = members;
    }

    /// The branches of all roles of a fact.
    ///
    /// @param members the dimensions with members
    static Branches of(Fact fact, Map<DimensionName, MemberLayout> members) {
        Branches branches = new Branches(members);
        for (Role role : fact.roles()) {
            List<Branch> found = new ArrayList<>();
            branches.grow(role.dimension(), new Stem(role.name().value(), role.name(), List.of()), Set.of(), found);
            branches.byRole.put(role.name(), found);
        }
        return branches;
    }

    /// The branches of a dimension that is looked at by itself, as the table that a view is about.
    static List<Branch> of(DimensionName dimension, Map<DimensionName, MemberLayout> members) {
        List<Branch> found = new ArrayList<>();
        Stem stem = new Stem(View.FROM_ALIAS, new ColumnName(View.FROM_ALIAS), List.of());
        new Branches(members).grow(dimension, stem, Set.of(), found);
        return found;
    }

    /// The branches of a role.
    List<Branch> in(ColumnName role) {
        return byRole.getOrDefault(role, List.of());
    }

    /// The branches on the way along references, the last of which is the one that they lead to.
    List<Branch> along(ColumnName role, List<ColumnName> path) {
        return in(role).stream()
                .filter(branch -> branch.path().size() <= path.size())
                .filter(branch -> path.subList(0, branch.path().size()).equals(branch.path()))
                .toList();
    }

    private void grow(DimensionName dimension, Stem stem, Set<DimensionName> around, List<Branch> found) {
        MemberLayout layout = members.get(dimension);
        if (layout == null || around.contains(dimension)) {
            return;
        }
        Set<DimensionName> inside = new HashSet<>(around);
        inside.add(dimension);
        for (Outrigger outrigger : layout.dimension().outriggers()) {
            MemberLayout target = members.get(outrigger.dimension());
            if (target != null) {
                Stem next = stem.followedBy(outrigger.name());
                found.add(new Branch(
                        next.path(),
                        next.prefix(),
                        join(outrigger, stem, next, target.table().name()),
                        target.table()));
                grow(outrigger.dimension(), next, inside, found);
            }
        }
    }

    private static View.Join join(Outrigger outrigger, Stem from, Stem to, TableName table) {
        DimensionName target = outrigger.dimension();
        return switch (outrigger.as()) {
            case VERSION ->
                new View.Join(to.alias(), table, OutriggerLayout.keyOf(outrigger), MemberLayout.keyOf(target))
                        .to(from.alias());
            case CURRENT ->
                new View.Join(
                                to.alias(),
                                table,
                                OutriggerLayout.durableKeyOf(outrigger),
                                MemberLayout.durableKeyOf(target))
                        .to(from.alias())
                        .where(MemberLayout.IS_LATEST);
        };
    }
}
