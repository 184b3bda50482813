package dev.startide.domain.service;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.outbound.RowLookup;
import dev.startide.domain.trace.Cells;
import dev.startide.domain.trace.EventTrace.TouchedRow;
import dev.startide.domain.trace.EventTrace.Word;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.Attribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows that an event speaks of, as they stand.
final class TouchedRows {

    private final WarehouseLayout layout;
    private final RowLookup rows;

    TouchedRows(WarehouseLayout layout, RowLookup rows) {
        this.layout = layout;
        this.rows = rows;
    }

    /// @param called what the event says
    List<TouchedRow> by(TypedEvent event, BatchChanges called) {
        BatchChanges changes = new CalledKeys(layout, rows).identified(called);
        List<TouchedRow> touched = new ArrayList<>();
        for (EntityLayout entity : layout.entities()) {
            changes.of(entity.entity().name()).forEach((key, said) -> {
                if (!said.isEmpty()) {
                    touched.addAll(rowsOf(entity.table(), names(entity.entity().key()), key, event.order()));
                    touched.addAll(versions(entity, key, said));
                }
            });
        }
        for (FactLayout fact : layout.facts()) {
            changes.of(fact.fact().name())
                    .keySet()
                    .forEach(grain -> touched.addAll(
                            rowsOf(fact.table(), names(fact.fact().grain()), grain, event.order())));
        }
        return touched;
    }

    private List<TouchedRow> rowsOf(Table table, List<ColumnName> columns, Key key, ChangeOrder order) {
        Map<String, String> named = Cells.named(columns, key.parts());
        List<@Nullable Object[]> found = rows.rows(table, columns, key);
        if (found.isEmpty()) {
            return List.of(new TouchedRow(table.name(), named, Word.NO_ROW));
        }
        return found.stream()
                .map(row -> new Cells(table, row))
                .map(row -> new TouchedRow(
                        table.name(),
                        row.texts(table.primaryKey()::contains),
                        isFrom(row, order) ? Word.LATEST : Word.EARLIER))
                .toList();
    }

    private static boolean isFrom(Cells row, ChangeOrder order) {
        return order.at().equals(row.value(Bookkeeping.CHANGED_AT))
                && order.event().toUuid().equals(row.value(Bookkeeping.CHANGE_ID));
    }

    private List<TouchedRow> versions(EntityLayout entity, Key key, List<EntityChange> said) {
        return layout.members().stream()
                .filter(member -> member.dimension().of().equals(entity.entity().name()))
                .flatMap(member -> said.stream()
                        .map(change -> version(member, key, change.order().at())))
                .toList();
    }

    /// The version with the greatest beginning that is not after an instant.
    private TouchedRow version(MemberLayout member, Key key, Instant at) {
        Table table = member.table();
        List<ColumnName> columns = names(member.dimension().naturalKey());
        Map<String, String> named = new LinkedHashMap<>(Cells.named(columns, key.parts()));
        @Nullable Cells holding = null;
        for (@Nullable Object[] row : rows.rows(table, columns, key)) {
            Cells cells = new Cells(table, row);
            if (!begins(cells).isAfter(at) && (holding == null || begins(cells).isAfter(begins(holding)))) {
                holding = cells;
            }
        }
        if (holding == null) {
            return new TouchedRow(table.name(), named, Word.NO_ROW);
        }
        named.putAll(holding.texts(column -> table.primaryKey().contains(column)
                || column.equals(MemberLayout.VERSION)
                || column.equals(MemberLayout.VALID_FROM)
                || column.equals(MemberLayout.VALID_TO)));
        return new TouchedRow(table.name(), named, Word.VERSION);
    }

    private static Instant begins(Cells version) {
        return version.value(MemberLayout.VALID_FROM) instanceof Instant from ? from : Instant.MAX;
    }

    private static List<ColumnName> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::name).toList();
    }
}
