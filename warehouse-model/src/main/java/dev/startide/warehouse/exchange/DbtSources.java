package dev.startide.warehouse.exchange;

import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The warehouse as sources of dbt: the star with its tests, and the marts.
public final class DbtSources {

    private final WarehouseLayout layout;
    private final List<SharedTable> shared;
    private final String star;

    private DbtSources(WarehouseLayout layout) {
        this.layout = layout;
        this.shared = SharedTable.of(layout);
        this.star = layout.model().name() + "_star";
    }

    /// The text of a `sources.yml`.
    public static String of(WarehouseLayout layout) {
        DbtSources sources = new DbtSources(layout);
        return Yaml.of(Entry.empty()
                .with("version", 2)
                .with("sources", sources.sources())
                .map());
    }

    private List<Map<String, Object>> sources() {
        List<Map<String, Object>> sources = new ArrayList<>();
        sources.add(source(
                star,
                "dimensions and facts",
                layout.schemas().star(),
                shared.stream().map(this::table).toList()));
        if (!layout.marts().isEmpty()) {
            sources.add(source(
                    layout.model().name() + "_mart",
                    "what readers see",
                    layout.schemas().mart(),
                    layout.marts().stream().map(DbtSources::mart).toList()));
        }
        return sources;
    }

    private Map<String, Object> source(String name, String what, String schema, List<Map<String, Object>> tables) {
        String description = layout.model().description();
        return Entry.named(name)
                .with("description", description.isBlank() ? what : "%s: %s".formatted(description, what))
                .with("schema", schema)
                .with("tables", tables)
                .map();
    }

    private Map<String, Object> table(SharedTable table) {
        return Entry.named(table.name())
                .withAny("description", table.table().comment())
                .with(
                        "columns",
                        table.columns().stream()
                                .map(column -> column(table, column))
                                .toList())
                .map();
    }

    private Map<String, Object> column(SharedTable table, Column column) {
        return Entry.named(column.name().value())
                .withAny("description", column.comment())
                .with("data_type", SharedTable.typeOf(column))
                .withAny("data_tests", tests(table, column))
                .map();
    }

    private List<Object> tests(SharedTable table, Column column) {
        List<Object> tests = new ArrayList<>();
        if (table.isKey(column)) {
            tests.add("unique");
        }
        if (SharedTable.isRequired(column)) {
            tests.add("not_null");
        }
        table.reference(column, shared).ifPresent(key -> tests.add(relationship(key)));
        return tests;
    }

    private Map<String, Object> relationship(ForeignKey key) {
        Map<String, Object> arguments = Entry.empty()
                .with("to", "source('%s', '%s')".formatted(star, key.target().name()))
                .with("field", key.targetColumns().getFirst().value())
                .map();
        return Map.of("relationships", Map.of("arguments", arguments));
    }

    private static Map<String, Object> mart(View mart) {
        return Entry.named(mart.name().name())
                .withAny("description", mart.comment())
                .with("columns", Described.columns(mart))
                .map();
    }
}
