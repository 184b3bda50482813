package dev.startide.warehouse.exchange;

import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Additivity;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The star as a data model of Cube: a cube for each fact and dimension, and one more for each role
/// that a dimension plays under another name.
public final class CubeModel {

    private final WarehouseLayout layout;
    private final List<SharedTable> shared;
    private final Map<String, Map<String, Object>> roles = new LinkedHashMap<>();

    private CubeModel(WarehouseLayout layout) {
        this.layout = layout;
        this.shared = SharedTable.of(layout);
    }

    /// The text of a file in the folder `model` of a project of Cube.
    public static String of(WarehouseLayout layout) {
        CubeModel model = new CubeModel(layout);
        List<Map<String, Object>> cubes = new ArrayList<>();
        model.shared.forEach(table -> cubes.add(model.cube(table)));
        cubes.addAll(model.roles.values());
        return Yaml.of(Entry.empty().with("cubes", cubes).map());
    }

    private Map<String, Object> cube(SharedTable table) {
        Optional<Fact> fact = layout.facts().stream()
                .filter(each -> each.table().name().equals(table.table().name()))
                .map(FactLayout::fact)
                .findFirst();
        List<Measure> measures = fact.map(Fact::measures).orElse(List.of());
        return Entry.named(table.name())
                .with("sql_table", table.table().name().toString())
                .withAny("description", table.table().comment())
                .withAny(
                        "joins",
                        table.references(shared).stream().map(this::join).toList())
                .with(
                        "dimensions",
                        table.columns().stream()
                                .filter(column -> measures.stream()
                                        .noneMatch(measure -> measure.name().equals(column.name())))
                                .map(column -> dimension(table, column))
                                .toList())
                .with("measures", measures(measures))
                .map();
    }

    /// What leads to a dimension under another name than its own leads to a cube of its own.
    private Map<String, Object> join(ForeignKey key) {
        String dimension = key.target().name();
        String column = key.columns().getFirst().value();
        String role = column.replaceAll("_key$", "");
        String cube = role.equals(dimension) ? dimension : "%s_%s".formatted(dimension, role);
        if (!role.equals(dimension)) {
            roles.computeIfAbsent(
                    cube, name -> Entry.named(name).with("extends", dimension).map());
        }
        return Entry.named(cube)
                .with(
                        "sql",
                        "{CUBE}.%s = {%s}.%s"
                                .formatted(column, cube, key.targetColumns().getFirst()))
                .with("relationship", "many_to_one")
                .map();
    }

    private static Map<String, Object> dimension(SharedTable table, Column column) {
        Entry dimension = Entry.named(column.name().value())
                .withAny("description", column.comment())
                .with("sql", sqlOf(column))
                .with("type", typeOf(column));
        if (table.table().primaryKey().contains(column.name())) {
            dimension.with("primary_key", true).with("public", true);
        } else if (column.name().value().endsWith("_key")) {
            dimension.with("public", false);
        }
        return dimension.map();
    }

    /// Cube takes times only as timestamps.
    private static String sqlOf(Column column) {
        String sql = "{CUBE}." + column.name();
        return column.type() instanceof LogicalType.Date ? sql + "::timestamp" : sql;
    }

    private static String typeOf(Column column) {
        return switch (column.type()) {
            case LogicalType.Int(), LogicalType.BigInt(), LogicalType.Decimal(var _, var _), LogicalType.Floating() ->
                "number";
            case LogicalType.Bool() -> "boolean";
            case LogicalType.Date(), LogicalType.Timestamp() -> "time";
            case LogicalType.Text(),
                    LogicalType.Varchar(var _),
                    LogicalType.Time(),
                    LogicalType.Uuid(),
                    LogicalType.Json(),
                    LogicalType.Bytes() -> "string";
        };
    }

    private static List<Map<String, Object>> measures(List<Measure> measures) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Entry.named("rows_counted").with("type", "count").map());
        for (Measure measure : measures) {
            Entry entry = Entry.named(measure.name().value())
                    .withAny("description", Described.of(measure))
                    .with("sql", "{CUBE}." + measure.name())
                    .with("type", measure.aggregation().name().toLowerCase(Locale.ROOT));
            if (measure.additivity() instanceof Additivity.SemiAdditive(var notOver)) {
                entry.with(
                        "meta",
                        Map.of(
                                "not_additive_over",
                                notOver.stream().map(Object::toString).toList()));
            }
            all.add(entry.map());
        }
        return all;
    }
}
