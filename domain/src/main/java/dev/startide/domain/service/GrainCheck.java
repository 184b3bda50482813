package dev.startide.domain.service;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.startide.domain.port.outbound.ScratchWarehouse;
import dev.startide.domain.trial.Difference;
import dev.startide.warehouse.layout.ShownTable;
import dev.startide.warehouse.layout.ShownTables;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Finds rows of an entity that a fact cannot tell from each other, because its grain says too little.
/// Only facts whose grain leaves out a part of the entity's key can have any.
final class GrainCheck {

    private static final int MOST_ROWS = 5_000;

    private final Map<Fact, ShownTable> suspects = new LinkedHashMap<>();
    private final WarehouseLayout layout;
    private final ScratchWarehouse scratch;

    GrainCheck(WarehouseLayout layout, ScratchWarehouse scratch) {
        this.layout = layout;
        this.scratch = scratch;
        Map<String, ShownTable> tables = ShownTables.of(layout);
        for (Fact fact : layout.model().facts()) {
            ShownTable entity = Objects.requireNonNull(tables.get("entity." + fact.of()));
            boolean isKept = entity.columns().keySet().containsAll(names(fact.grain()));
            boolean leavesOut = !names(fact.grain()).containsAll(names(keyOf(fact)));
            if (isKept && leavesOut && !(fact.kind() instanceof FactKind.Periodic)) {
                suspects.put(fact, entity);
            }
        }
    }

    List<Difference> doubled() {
        List<Difference> found = new ArrayList<>();
        suspects.forEach((fact, entity) -> found.addAll(doubled(fact, entity)));
        return found;
    }

    private List<Difference> doubled(Fact fact, ShownTable entity) {
        List<String> columns = new ArrayList<>(names(fact.grain()));
        int grain = columns.size();
        columns.addAll(names(keyOf(fact)));
        return scratch.rows(entity.question(columns), MOST_ROWS).stream()
                .filter(row -> !row.between(0, grain).hasNull())
                .collect(groupingBy(row -> named(columns.subList(0, grain), row.texts()), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .filter(group -> group.getValue().size() > 1)
                .<Difference>map(group -> new Difference.OfGrain(
                        fact.name().value(),
                        group.getKey(),
                        group.getValue().stream()
                                .map(row -> named(
                                        columns.subList(grain, columns.size()),
                                        row.from(grain).texts()))
                                .toList()))
                .toList();
    }

    private List<Attribute> keyOf(Fact fact) {
        Entity entity = layout.model().entity(fact.of());
        return entity.key();
    }

    private static String named(List<String> columns, List<String> values) {
        return IntStream.range(0, columns.size())
                .mapToObj(index -> "%s %s".formatted(columns.get(index), values.get(index)))
                .collect(joining(", "));
    }

    private static List<String> names(List<Attribute> attributes) {
        return attributes.stream().map(attribute -> attribute.name().value()).toList();
    }
}
