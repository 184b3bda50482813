package dev.startide.warehouse.layout;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.CombinedMart;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.FactName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The view of a mart of several facts: each is grouped by itself, and the groups stand side by
/// side.
final class CombinedMartLayout {

    private CombinedMartLayout() {}

    static View of(
            CombinedMart mart,
            List<FactLayout> facts,
            Map<DimensionName, Table> dimensions,
            Map<DimensionName, MemberLayout> members,
            Schemas schemas) {
        List<View.Rows> sides = mart.sides().stream()
                .map(side ->
                        named(mart.by(), MartLayout.content(side, layoutOf(side.fact(), facts), dimensions, members)))
                .toList();
        return new View(
                MartLayout.nameOf(mart, schemas), new View.Combined(sides, mart.measures()), mart.description());
    }

    /// The same groups under the names that all sides share.
    private static View.Rows named(List<ColumnName> keys, View.Rows side) {
        List<View.Output> outputs = new ArrayList<>(side.outputs());
        for (int index = 0; index < keys.size(); index++) {
            View.Output key = outputs.get(index);
            outputs.set(index, new View.Output(keys.get(index), key.expression(), key.comment()));
        }
        return new View.Rows(side.from(), side.joins(), outputs, side.groups());
    }

    private static FactLayout layoutOf(FactName fact, List<FactLayout> facts) {
        return facts.stream()
                .filter(layout -> layout.fact().name().equals(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The model has no fact " + fact));
    }
}
