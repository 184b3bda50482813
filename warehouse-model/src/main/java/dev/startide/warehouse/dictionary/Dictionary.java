package dev.startide.warehouse.dictionary;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;

/// What each table and view of a warehouse means, and each of its columns.
///
/// @param entries facts first, then dimensions, marts and entities
public record Dictionary(WarehouseModel model, List<Entry> entries) {

    public Dictionary {
        entries = List.copyOf(entries);
    }

    /// What a table is.
    public enum Kind {
        FACT,
        DIMENSION,
        MART,
        ENTITY
    }

    /// A table or a view.
    public record Entry(Kind kind, TableName name, String description, List<Explained> columns) {
        public Entry {
            columns = List.copyOf(columns);
        }
    }

    /// A column.
    ///
    /// @param type as a model writes it; empty where only the database knows it
    /// @param origins the fields of events that it comes from, such as `orders ▸ order_placed.lines[].quantity`
    public record Explained(String name, String type, String description, List<String> origins) {
        public Explained {
            origins = List.copyOf(origins);
        }
    }

    /// The dictionary of a warehouse. Bookkeeping is left out.
    public static Dictionary of(WarehouseLayout layout) {
        Lineage lineage = new Lineage(layout);
        List<Entry> entries = new ArrayList<>();
        layout.facts().forEach(fact -> entries.add(entry(Kind.FACT, fact.table(), lineage)));
        layout.members().forEach(members -> entries.add(entry(Kind.DIMENSION, members.table(), lineage)));
        layout.calendars().forEach(days -> entries.add(entry(Kind.DIMENSION, days.table(), lineage)));
        layout.timesOfDay().forEach(times -> entries.add(entry(Kind.DIMENSION, times.table(), lineage)));
        layout.junk().forEach(junk -> entries.add(entry(Kind.DIMENSION, junk.table(), lineage)));
        layout.marts().forEach(mart -> entries.add(entry(mart, lineage)));
        layout.entities().forEach(entity -> entries.add(entry(Kind.ENTITY, entity.table(), lineage)));
        return new Dictionary(layout.model(), entries);
    }

    private static Entry entry(Kind kind, Table table, Lineage lineage) {
        return new Entry(
                kind,
                table.name(),
                table.comment(),
                table.columns().stream()
                        .filter(column -> !column.name().value().startsWith("_"))
                        .map(column -> explained(column, lineage.of(table.name(), column.name())))
                        .toList());
    }

    private static Explained explained(Column column, SequencedSet<String> origins) {
        return new Explained(column.name().value(), column.type().sqlName(), column.comment(), List.copyOf(origins));
    }

    private static Entry entry(View mart, Lineage lineage) {
        return new Entry(
                Kind.MART,
                mart.name(),
                mart.comment(),
                mart.outputs().stream()
                        .map(output -> new Explained(
                                output.name().value(),
                                "",
                                output.comment(),
                                List.copyOf(lineage.of(mart.name(), output.name()))))
                        .toList());
    }
}
