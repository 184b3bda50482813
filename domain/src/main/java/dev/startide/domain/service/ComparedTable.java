package dev.startide.domain.service;

import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Outrigger;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table whose rows can be computed from the events that speak of their keys.
///
/// @param key the columns whose values decide which events a row comes from
/// @param identity the columns that tell a row among those of all parts, without surrogate keys
/// @param left columns that are not compared: surrogate keys, which a load gives out as it comes to
///     them, and the place of the event, of which there are several if it was delivered twice
/// @param members columns with durable keys, each with the dimension: compared by natural keys
/// @param keys the keys that some changes speak of
record ComparedTable(
        Table table,
        List<ColumnName> key,
        List<ColumnName> identity,
        Set<ColumnName> left,
        Map<ColumnName, MemberLayout> members,
        Function<BatchChanges, Set<Key>> keys) {

    /// The table of a name, with its schema or without; without it, facts and dimensions come
    /// first.
    ///
    /// @throws IllegalArgumentException if the model has no such table, or its rows depend on more
    ///     than the events of their keys
    static ComparedTable named(WarehouseLayout layout, String name) {
        List<ComparedTable> all = all(layout).toList();
        return all.stream()
                .filter(compared -> compared.table().name().toString().equals(name)
                        || compared.table().name().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no table that can be computed key by key; these can: %s. 'startide rebuild' compares others"
                                .formatted(
                                        name,
                                        all.stream()
                                                .map(each -> each.table().name())
                                                .toList())));
    }

    private static Stream<ComparedTable> all(WarehouseLayout layout) {
        return Stream.of(
                        layout.facts().stream().map(fact -> of(fact, layout)),
                        layout.members().stream()
                                .filter(ComparedTable::standsAlone)
                                .map(ComparedTable::of),
                        layout.entities().stream().map(ComparedTable::of),
                        layout.facts().stream().flatMap(fact -> bridges(fact, layout)),
                        layout.changes().stream().map(ComparedTable::of),
                        layout.memories().stream().map(ComparedTable::of))
                .flatMap(part -> part);
    }

    /// The history of a member that shows versions of another one depends on that one's events.
    private static boolean standsAlone(MemberLayout member) {
        return member.dimension().outriggers().stream().noneMatch(outrigger -> outrigger.as() == Outrigger.As.VERSION);
    }

    private static ComparedTable of(EntityLayout entity) {
        List<ColumnName> key = names(entity.entity().key());
        return new ComparedTable(
                entity.table(),
                key,
                key,
                new HashSet<>(PLACE),
                Map.of(),
                changes -> changes.of(entity.entity().name()).keySet());
    }

    private static ComparedTable of(MemberLayout member) {
        List<ColumnName> key = names(member.dimension().naturalKey());
        List<ColumnName> identity = new ArrayList<>(key);
        identity.add(MemberLayout.VALID_FROM);
        Set<ColumnName> left = new HashSet<>(member.table().primaryKey());
        left.add(MemberLayout.durableKeyOf(member.dimension().name()));
        member.dimension().outriggers().forEach(outrigger -> left.add(OutriggerLayout.durableKeyOf(outrigger)));
        return new ComparedTable(
                member.table(),
                key,
                identity,
                left,
                Map.of(),
                changes -> changes.of(member.dimension().of()).keySet());
    }

    private static ComparedTable of(FactLayout fact, WarehouseLayout layout) {
        Set<ColumnName> left = new HashSet<>(PLACE);
        Map<ColumnName, MemberLayout> members = new LinkedHashMap<>();
        for (Role role : fact.fact().roles()) {
            if (!(role instanceof Role.OfDay || role instanceof Role.OfTime)) {
                left.add(FactLayout.keyOf(role));
            }
            if (role instanceof Role.OfMember ofMember) {
                ofMember.combinations().forEach(combination -> {
                    left.add(FactLayout.keyOf(combination));
                    left.add(FactLayout.trailKeyOf(combination));
                });
                layout.members().stream()
                        .filter(member -> member.dimension().name().equals(role.dimension()))
                        .forEach(member -> members.put(FactLayout.durableKeyOf(ofMember), member));
            }
        }
        return new ComparedTable(
                fact.table(),
                names(fact.fact().grain()),
                fact.table().primaryKey(),
                left,
                members,
                changes -> changes.of(fact.fact().name()).keySet());
    }

    /// Members stand in their rows by durable keys, which are named before rows are told apart.
    private static Stream<ComparedTable> bridges(FactLayout fact, WarehouseLayout layout) {
        return fact.bridges().stream()
                .map(bridge -> new ComparedTable(
                        bridge.table(),
                        names(fact.fact().grain()),
                        bridge.table().primaryKey(),
                        Set.of(FactLayout.keyOf(bridge.role())),
                        layout.members().stream()
                                .filter(member -> member.dimension()
                                        .name()
                                        .equals(bridge.role().dimension()))
                                .collect(Collectors.toMap(
                                        _ -> BridgeLayout.durableKeyOf(bridge.role()), member -> member)),
                        changes -> changes.of(fact.fact().name()).keySet()));
    }

    private static ComparedTable of(ChangeLayout changes) {
        return new ComparedTable(
                changes.table(),
                names(changes.entity().key()),
                changes.table().primaryKey(),
                PLACE,
                Map.of(),
                told -> told.of(changes.entity().name()).keySet());
    }

    private static ComparedTable of(FactMemory memory) {
        return new ComparedTable(
                memory.table(),
                names(memory.fact().grain()),
                memory.table().primaryKey(),
                PLACE,
                Map.of(),
                told -> told.of(memory.fact().name()).keySet());
    }

    private static final Set<ColumnName> PLACE = Set.of(Bookkeeping.LANE, Bookkeeping.POSITION);

    private static List<ColumnName> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::name).toList();
    }
}
