package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.testkit.memory.InMemoryWarehouse;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the tables of a warehouse into the form in which the [ReferenceFold] says what they should
/// hold: surrogate keys are followed to what they mean.
public final class ActualWarehouse {

    private final Function<Table, List<@Nullable Object[]>> rowsOf;
    private final ActualReferences references;
    private final Map<TableName, Map<Object, ActualVersion>> versions = new HashMap<>();

    private final Map<DimensionName, List<@Nullable Object[]>> combinations = new HashMap<>();

    private record ActualVersion(String name, Object durableKey) {}

    private ActualWarehouse(Function<Table, List<@Nullable Object[]>> rowsOf, WarehouseLayout layout) {
        this.rowsOf = rowsOf;
        this.references = new ActualReferences(rowsOf, layout);
    }

    public static WarehouseContents of(InMemoryWarehouse warehouse, WarehouseLayout layout) {
        return of(table -> warehouse.rows(table.name()), layout);
    }

    /// @param rowsOf all rows of a table, aligned with its written columns
    public static WarehouseContents of(Function<Table, List<@Nullable Object[]>> rowsOf, WarehouseLayout layout) {
        return new ActualWarehouse(rowsOf, layout).contents(layout);
    }

    private WarehouseContents contents(WarehouseLayout layout) {
        Map<TableName, List<String>> rows = new TreeMap<>();
        layout.entities().forEach(entity -> rows.put(entity.table().name(), plainRows(entity.table())));
        layout.changes().forEach(changes -> rows.put(changes.table().name(), plainRows(changes.table())));
        layout.aliases().forEach(aliases -> rows.put(aliases.table().name(), plainRows(aliases.table())));
        layout.members().forEach(members -> rows.put(members.table().name(), versions(members)));
        layout.junk().forEach(junk -> combinations.put(junk.dimension().name(), rowsOf.apply(junk.table())));
        layout.facts().forEach(facts -> rows.put(facts.table().name(), facts(facts)));
        for (FactLayout fact : layout.facts()) {
            fact.bridges().forEach(bridge -> rows.put(bridge.table().name(), shares(fact, bridge)));
        }
        return new WarehouseContents(rows);
    }

    private List<String> plainRows(Table table) {
        return rowsOf.apply(table).stream().map(row -> row(table, row)).toList();
    }

    private List<String> versions(MemberLayout layout) {
        Map<Object, ActualVersion> known = new HashMap<>();
        Map<Key, Object> durableKeys = new HashMap<>();
        List<String> rows = new ArrayList<>();
        for (@Nullable Object[] row : rowsOf.apply(layout.table())) {
            if (SpecialNames.isSpecial(row[0])) {
                known.put(row[0], new ActualVersion(SpecialNames.of(row[0]), row[1]));
            } else {
                Key member = Key.from(row, layout.naturalKeyAt(), layout.naturalKeyWidth());
                int at = layout.versionAt();
                known.put(row[0], new ActualVersion(ExpectedVersion.nameOf(member, row[at], row[at + 1]), row[1]));
                rows.add(version(layout, row));
                requireSame(layout.table(), member, durableKeys.putIfAbsent(member, row[1]), row[1]);
            }
        }
        if (durableKeys.values().stream().distinct().count() < durableKeys.size()) {
            throw new AssertionError(
                    "Members of %s share a durable key".formatted(layout.table().name()));
        }
        versions.put(layout.table().name(), known);
        return rows;
    }

    private String version(MemberLayout layout, @Nullable Object[] row) {
        Cells cells = new Cells();
        List<Column> columns = layout.table().writtenColumns();
        for (int index = layout.naturalKeyAt(); index < layout.outriggersAt(); index++) {
            cells.add(columns.get(index).name(), row[index]);
        }
        references.addCells(cells, layout, row);
        for (int index = layout.versionAt(); index < row.length; index++) {
            cells.add(columns.get(index).name(), row[index]);
        }
        return cells.toString();
    }

    private List<String> facts(FactLayout layout) {
        return rowsOf.apply(layout.table()).stream()
                .map(row -> fact(layout, row))
                .toList();
    }

    private String fact(FactLayout layout, @Nullable Object[] row) {
        Cells cells = new Cells();
        List<Column> columns = layout.table().writtenColumns();
        int at = 0;
        while (at <= layout.eventTimeAt()) {
            cells.add(columns.get(at).name(), row[at++]);
        }
        for (Role role : layout.fact().roles()) {
            switch (role) {
                case Role.OfMember member -> {
                    cells.add(role.name(), version(layout, member, row[at], row[at + 1]));
                    at += 2;
                    for (Role.Combination combination : member.combinations()) {
                        cells.add(combination.name(), had(layout, combination, row[at], row[at + 1]));
                        at += 2;
                    }
                }
                case Role.OfBridge _ -> {}
                case Role.OfJunk junk -> cells.add(role.name(), combination(junk.dimension(), row[at++]));
                case Role.OfDay _, Role.OfTime _ -> {
                    cells.add(role.name(), SpecialNames.isSpecial(row[at]) ? SpecialNames.of(row[at]) : row[at]);
                    at++;
                }
            }
        }
        while (at < row.length) {
            cells.add(columns.get(at).name(), row[at++]);
        }
        return cells.toString();
    }

    private List<String> shares(FactLayout fact, BridgeLayout bridge) {
        int at = bridge.keyAt();
        return rowsOf.apply(bridge.table()).stream()
                .map(row -> BridgeFold.row(
                        fact.fact(),
                        Key.from(row, 0, at),
                        version(fact, bridge.role().ofOne(), row[at], row[at + 1]),
                        row[at + 2],
                        row[at + 3]))
                .toList();
    }

    /// What the row of a junk dimension holds; none but the rows that facts point at count.
    private String combination(DimensionName dimension, Object key) {
        List<String> found = combinations.getOrDefault(dimension, List.of()).stream()
                .filter(row -> row[0].equals(key))
                .map(row -> Arrays.asList(row).subList(1, row.length).toString())
                .toList();
        return found.size() == 1 ? found.getFirst() : "no combination " + key;
    }

    /// What a fact's member had, and the version of its trail that says so.
    private String had(FactLayout layout, Role.Combination combination, Object key, Object trailKey) {
        ActualVersion version = versions.get(MemberLayout.tableOf(
                        combination.trail(), layout.table().name().schema()))
                .get(trailKey);
        if (version == null) {
            return "no version of the trail " + trailKey;
        }
        if (SpecialNames.isSpecial(key)) {
            return key.equals(trailKey) ? SpecialNames.of(key) : "%s by %s".formatted(key, version.name());
        }
        return "%s by %s".formatted(combination(combination.dimension(), key), version.name());
    }

    private String version(FactLayout layout, Role.OfMember role, Object versionKey, Object durableKey) {
        ActualVersion version = versions.get(MemberLayout.tableOf(
                        role.dimension(), layout.table().name().schema()))
                .get(versionKey);
        if (version == null) {
            return "no version " + versionKey;
        }
        return version.durableKey().equals(durableKey)
                ? version.name()
                : "%s, but durable key %s".formatted(version.name(), durableKey);
    }

    private static String row(Table table, @Nullable Object[] row) {
        Cells cells = new Cells();
        List<Column> columns = table.writtenColumns();
        for (int index = 0; index < row.length; index++) {
            cells.add(columns.get(index).name(), row[index]);
        }
        return cells.toString();
    }

    private static void requireSame(Table table, Key member, @Nullable Object one, Object other) {
        if (one != null && !one.equals(other)) {
            throw new AssertionError("%s of %s has two durable keys".formatted(member, table.name()));
        }
    }
}
