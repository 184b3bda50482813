package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.View.FROM_ALIAS;

import dev.startide.warehouse.layout.Branches.Branch;
import dev.startide.warehouse.layout.ShownTable.Kind;
import dev.startide.warehouse.layout.ShownTable.Rows;
import dev.startide.warehouse.layout.ShownTable.Shown;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What readers see of each table of a warehouse.
public final class ShownTables {

    private final WarehouseLayout layout;
    private final Map<DimensionName, MemberLayout> members = new HashMap<>();
    private final Map<String, ShownTable> tables = new LinkedHashMap<>();

    private ShownTables(WarehouseLayout layout) {
        this.layout = layout;
        layout.members().forEach(dimension -> members.put(dimension.dimension().name(), dimension));
    }

    /// All tables and views by the kind and the name that a model gives them, such as `fact.sale`,
    /// `dimension.customer`, `entity.customer` or `mart.sales`, in this order of kinds.
    public static Map<String, ShownTable> of(WarehouseLayout layout) {
        ShownTables shown = new ShownTables(layout);
        layout.facts().forEach(fact -> shown.put("fact", fact.table(), shown.fact(fact)));
        layout.members().forEach(dimension -> shown.put("dimension", dimension.table(), shown.dimension(dimension)));
        layout.calendars().forEach(days -> shown.put("dimension", days.table(), generated(days.table())));
        layout.timesOfDay().forEach(times -> shown.put("dimension", times.table(), generated(times.table())));
        layout.junk().forEach(junk -> shown.put("dimension", junk.table(), generated(junk.table())));
        layout.entities().forEach(entity -> shown.put("entity", entity.table(), entity(entity)));
        layout.marts().forEach(mart -> shown.tables.put("mart." + mart.name().name(), mart(mart)));
        return shown.tables;
    }

    private void put(String kind, Table table, ShownTable shown) {
        tables.put(kind + "." + table.name().name(), shown);
    }

    private ShownTable fact(FactLayout fact) {
        Map<String, Shown> columns = own(fact.table());
        Branches branches = Branches.of(fact.fact(), members);
        for (Role role : fact.fact().roles()) {
            if (role instanceof Role.OfBridge) {
                continue;
            }
            View.Join join = joined(role);
            Table dimension = MemberLayout.tableOf(layout.model().dimension(role.dimension()), layout.schemas());
            inside(role.name().value(), join.alias(), List.of(join), dimension, columns);
            for (Branch branch : branches.in(role.name())) {
                List<View.Join> joins = new ArrayList<>(List.of(join));
                branches.along(role.name(), branch.path()).forEach(step -> joins.add(step.join()));
                inside(role.name() + "." + pathOf(branch), branch.join().alias(), joins, branch.table(), columns);
            }
        }
        return new ShownTable(fact.table().name(), List.of(), columns, new Rows.All());
    }

    private View.Join joined(Role role) {
        return new View.Join(
                role.name().value(),
                MemberLayout.tableOf(role.dimension(), layout.schemas().star()),
                FactLayout.keyOf(role),
                MemberLayout.keyOf(role.dimension()));
    }

    private ShownTable dimension(MemberLayout dimension) {
        Table table = dimension.table();
        Map<String, Shown> columns = own(table);
        List<Branch> branches = Branches.of(dimension.dimension().name(), members);
        for (Branch branch : branches) {
            List<View.Join> joins = branches.stream()
                    .filter(step -> isOnTheWay(step, branch))
                    .map(Branch::join)
                    .toList();
            inside(pathOf(branch), branch.join().alias(), joins, branch.table(), columns);
        }
        int keyWidth = dimension.naturalKeyWidth();
        List<Shown> leading = new ArrayList<>();
        table.columns()
                .subList(1, dimension.naturalKeyAt() + keyWidth)
                .forEach(column -> leading.add(Shown.own(column)));
        leading.add(Shown.own(table.columns().get(dimension.versionAt())));
        return new ShownTable(table.name(), leading, columns, new Rows.Versions(keyWidth));
    }

    private static boolean isOnTheWay(Branch step, Branch to) {
        int steps = step.path().size();
        return steps <= to.path().size() && to.path().subList(0, steps).equals(step.path());
    }

    private static String pathOf(Branch branch) {
        return branch.path().stream().map(ColumnName::value).collect(Collectors.joining("."));
    }

    private static ShownTable generated(Table table) {
        Shown key = Shown.own(table.columns().getFirst());
        return new ShownTable(table.name(), List.of(key), own(table), new Rows.NotSpecial());
    }

    private static ShownTable entity(EntityLayout entity) {
        Table table = entity.table();
        Map<String, Shown> columns = own(table);
        columns.putIfAbsent("is_inferred", Shown.own(table.columns().get(entity.inferredAt())));
        columns.putIfAbsent("is_deleted", Shown.own(table.columns().get(entity.deletedAt())));
        return new ShownTable(table.name(), List.of(), columns, new Rows.All());
    }

    private static ShownTable mart(View mart) {
        Map<String, Shown> columns = new LinkedHashMap<>();
        mart.outputs()
                .forEach(output -> columns.put(
                        output.name().value(), new Shown(FROM_ALIAS, output.name(), new Kind.Unknown(), List.of())));
        return new ShownTable(mart.name(), List.of(), columns, new Rows.All());
    }

    private static Map<String, Shown> own(Table table) {
        Map<String, Shown> columns = new LinkedHashMap<>();
        table.columns().stream()
                .filter(ShownTables::isForReaders)
                .forEach(column -> columns.put(column.name().value(), Shown.own(column)));
        return columns;
    }

    private static void inside(
            String path, String alias, List<View.Join> joins, Table table, Map<String, Shown> columns) {
        table.columns().stream()
                .filter(ShownTables::isForReaders)
                .forEach(column -> columns.put(path + "." + column.name(), Shown.of(column, alias, joins)));
    }

    private static boolean isForReaders(Column column) {
        return !column.name().value().startsWith("_");
    }
}
