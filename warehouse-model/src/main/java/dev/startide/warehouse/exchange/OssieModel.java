package dev.startide.warehouse.exchange;

import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The star as a semantic model of Apache Ossie, formerly Open Semantic Interchange, version 0.1.1.
public final class OssieModel {

    private static final String VERSION = "0.1.1";

    private final WarehouseLayout layout;
    private final List<SharedTable> shared;

    private OssieModel(WarehouseLayout layout) {
        this.layout = layout;
        this.shared = SharedTable.of(layout);
    }

    /// The text of a semantic model.
    public static String of(WarehouseLayout layout) {
        OssieModel ossie = new OssieModel(layout);
        Map<String, Object> model = Entry.named(layout.model().name())
                .withAny("description", layout.model().description())
                .with("datasets", ossie.shared.stream().map(OssieModel::dataset).toList())
                .withAny("relationships", ossie.relationships())
                .withAny("metrics", ossie.metrics())
                .map();
        return Yaml.of(Entry.empty()
                .with("version", VERSION)
                .with("semantic_model", List.of(model))
                .map());
    }

    private static Map<String, Object> dataset(SharedTable table) {
        return Entry.named(table.name())
                .with("source", table.table().name().toString())
                .with(
                        "primary_key",
                        table.table().primaryKey().stream()
                                .map(Object::toString)
                                .toList())
                .withAny("description", table.table().comment())
                .with("fields", table.columns().stream().map(OssieModel::field).toList())
                .map();
    }

    private static Map<String, Object> field(Column column) {
        boolean isTime = column.type() instanceof LogicalType.Date || column.type() instanceof LogicalType.Timestamp;
        return Entry.named(column.name().value())
                .with("expression", expression(column.name().value()))
                .with("dimension", Map.of("is_time", isTime))
                .withAny("description", column.comment())
                .map();
    }

    private static Map<String, Object> expression(String sql) {
        return Map.of(
                "dialects",
                List.of(Entry.empty()
                        .with("dialect", "ANSI_SQL")
                        .with("expression", sql)
                        .map()));
    }

    private List<Map<String, Object>> relationships() {
        List<Map<String, Object>> relationships = new ArrayList<>();
        for (SharedTable table : shared) {
            table.references(shared).forEach(key -> relationships.add(relationship(table, key)));
        }
        return relationships;
    }

    private static Map<String, Object> relationship(SharedTable table, ForeignKey key) {
        String column = key.columns().getFirst().value();
        return Entry.named("%s_%s".formatted(table.name(), column.replaceAll("_key$", "")))
                .with("from", table.name())
                .with("to", key.target().name())
                .with("from_columns", List.of(column))
                .with("to_columns", List.of(key.targetColumns().getFirst().value()))
                .map();
    }

    private List<Map<String, Object>> metrics() {
        List<Map<String, Object>> metrics = new ArrayList<>();
        for (Fact fact : layout.model().facts()) {
            fact.measures().forEach(measure -> metrics.add(metric(fact, measure)));
        }
        return metrics;
    }

    private static Map<String, Object> metric(Fact fact, Measure measure) {
        String sql = "%s(%s.%s)".formatted(measure.aggregation(), fact.name(), measure.name());
        return Entry.named("%s_%s".formatted(fact.name(), measure.name()))
                .with("expression", expression(sql))
                .withAny("description", Described.of(measure))
                .map();
    }
}
