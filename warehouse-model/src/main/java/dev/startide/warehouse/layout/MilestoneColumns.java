package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the database computes from the milestones of an accumulating fact, so that it can never
/// disagree with them.
final class MilestoneColumns {

    private MilestoneColumns() {}

    /// Whole seconds from each milestone to the next; null while one of them was not reached.
    static List<Column> lags(List<Attribute> milestones) {
        return IntStream.range(1, milestones.size())
                .mapToObj(index -> lag(milestones.get(index - 1), milestones.get(index)))
                .toList();
    }

    /// The last of the milestones, in their declared order, that was reached; null if none was.
    static Column reached(ColumnName name, List<Attribute> milestones) {
        List<Attribute> fromTheLast = new ArrayList<>(milestones).reversed();
        String sql = fromTheLast.stream()
                .map(milestone -> "when %1$s is not null then '%1$s'".formatted(milestone.name()))
                .collect(Collectors.joining(" ", "case ", " end"));
        return Column.computed(name, new LogicalType.Text(), sql, "The last milestone that was reached");
    }

    private static Column lag(Attribute from, Attribute to) {
        return Column.computed(
                column("%s_to_%s".formatted(from.name(), to.name())),
                new LogicalType.BigInt(),
                "trunc(extract(epoch from (%s - %s)))::bigint".formatted(to.name(), from.name()),
                "Time from %s to %s [s]".formatted(from.name(), to.name()));
    }
}
