package dev.startide.domain.service;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.inbound.TraceEvent.Depth;
import dev.startide.domain.port.inbound.TraceEvent.Target;
import dev.startide.domain.port.outbound.RowLookup;
import dev.startide.domain.trace.Cells;
import dev.startide.domain.trace.KeyText;
import dev.startide.domain.trace.RowTrace;
import dev.startide.domain.trace.RowTrace.Cause;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.Attribute;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The events that have spoken of a row.
final class BackTracing {

    /// Where a row is, and who may know its events.
    ///
    /// @param table the row's own table
    /// @param stored a table with a row for each change, if there is one
    /// @param said what a page of the raw log says of the row
    private record Place(
            Table table,
            List<Attribute> key,
            Stream<Table> stored,
            Function<Key, Function<BatchChanges, Map<ChangeOrder, Cause>>> said) {}

    private final WarehouseLayout layout;
    private final RowLookup rows;
    private final LogScan log;

    BackTracing(WarehouseLayout layout, RowLookup rows, LogScan log) {
        this.layout = layout;
        this.rows = rows;
        this.log = log;
    }

    RowTrace trace(Target target, String keyText, Depth depth) {
        Place place = switch (target) {
            case Target.OfFact(var name) ->
                layout.facts().stream()
                        .filter(fact -> fact.fact().name().equals(name))
                        .map(BackTracing::placeOf)
                        .findFirst()
                        .orElseThrow(() -> unknown("fact", name));
            case Target.OfEntity(var name) ->
                layout.entities().stream()
                        .filter(entity -> entity.entity().name().equals(name))
                        .map(this::placeOf)
                        .findFirst()
                        .orElseThrow(() -> unknown("entity", name));
        };
        return trace(place, KeyText.read(place.key(), keyText), depth);
    }

    private RowTrace trace(Place place, Key key, Depth depth) {
        List<ColumnName> columns = place.key().stream().map(Attribute::name).toList();
        TreeMap<ChangeOrder, Cause> causes = new TreeMap<>();
        List<@Nullable Object[]> found = rows.rows(place.table(), columns, key);
        found.forEach(row -> add(causes, new Cells(place.table(), row)));
        place.stored()
                .forEach(stored -> rows.rows(stored, columns, key).forEach(row -> add(causes, new Cells(stored, row))));
        switch (depth) {
            case KNOWN -> {}
            case WHOLE_LOG ->
                log.forEachPage(page -> place.said().apply(key).apply(page).forEach(causes::putIfAbsent));
        }
        return new RowTrace(
                place.table().name(),
                Cells.named(columns, key.parts()),
                found.isEmpty() ? Map.of() : new Cells(place.table(), found.getLast()).texts(_ -> true),
                List.copyOf(causes.values()));
    }

    private Place placeOf(EntityLayout entity) {
        return new Place(
                entity.table(),
                entity.entity().key(),
                layout.changes().stream()
                        .filter(changes -> changes.entity().equals(entity.entity()))
                        .map(changes -> changes.table()),
                key -> page -> {
                    Map<ChangeOrder, Cause> causes = new TreeMap<>();
                    page.of(entity.entity().name())
                            .getOrDefault(key, List.of())
                            .forEach(change ->
                                    causes.put(change.order(), cause(change.order(), change.cause(), change.kind())));
                    return causes;
                });
    }

    private static Place placeOf(FactLayout fact) {
        return new Place(fact.table(), fact.fact().grain(), Stream.empty(), key -> page -> {
            Map<ChangeOrder, Cause> causes = new TreeMap<>();
            page.of(fact.fact().name())
                    .getOrDefault(key, List.of())
                    .forEach(
                            change -> causes.put(change.order(), cause(change.order(), change.cause(), change.kind())));
            return causes;
        });
    }

    /// A row that was only announced names no event.
    private static void add(Map<ChangeOrder, Cause> causes, Cells row) {
        if (row.value(Bookkeeping.CHANGED_AT) instanceof Instant at
                && row.value(Bookkeeping.CHANGE_SEQUENCE) instanceof Long sequence
                && row.value(Bookkeeping.CHANGE_ID) instanceof UUID id
                && row.value(Bookkeeping.LANE) instanceof Integer lane
                && row.value(Bookkeeping.POSITION) instanceof Long position) {
            ChangeOrder order = new ChangeOrder(at, sequence, EventDigest.of(id));
            boolean isGone = Boolean.TRUE.equals(row.value(EntityLayout.IS_DELETED));
            causes.put(
                    order,
                    cause(
                            order,
                            new LanePosition(new LaneId(lane), position),
                            isGone ? ChangeKind.GONE : ChangeKind.STATED));
        }
    }

    private static Cause cause(ChangeOrder order, LanePosition event, ChangeKind kind) {
        return new Cause(event, order.at(), order.sequence(), kind);
    }

    private static IllegalArgumentException unknown(String what, Object name) {
        return new IllegalArgumentException("The model has no %s %s".formatted(what, name));
    }
}
