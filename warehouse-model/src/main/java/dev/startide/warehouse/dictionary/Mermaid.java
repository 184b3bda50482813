package dev.startide.warehouse.dictionary;

import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Entities, relations and the star as a diagram that Mermaid draws.
public final class Mermaid {

    private Mermaid() {}

    /// An `erDiagram` of the tables of a warehouse. Bookkeeping is left out.
    public static String of(WarehouseLayout layout) {
        List<Table> tables = layout.schema().tables().stream()
                .filter(table -> isShown(table.name()))
                .toList();
        Stream<String> entities = tables.stream().map(Mermaid::entity);
        Stream<String> relations = tables.stream()
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> isShown(key.target()))
                        .map(key -> relation(table, key)));
        return Stream.concat(Stream.of("erDiagram"), Stream.concat(entities, relations))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isShown(TableName table) {
        return !table.name().contains("__");
    }

    private static String entity(Table table) {
        return table.columns().stream()
                .filter(column -> !column.name().value().startsWith("_"))
                .map(column -> "    " + column(table, column))
                .collect(Collectors.joining(
                        "\n", "  %s {\n".formatted(name(table.name().toString())), "\n  }"));
    }

    private static String column(Table table, Column column) {
        String type = column.type().sqlName().replaceAll("[^a-z0-9]+", "_").replaceAll("_$", "");
        String key = table.primaryKey().contains(column.name()) ? " PK" : "";
        return "%s %s%s".formatted(type, column.name(), key);
    }

    private static String relation(Table table, ForeignKey key) {
        return "  %s }o--|| %s : \"%s\""
                .formatted(
                        name(table.name().toString()),
                        name(key.target().toString()),
                        key.columns().getFirst().value());
    }

    private static String name(String table) {
        return table.replace('.', '_');
    }
}
