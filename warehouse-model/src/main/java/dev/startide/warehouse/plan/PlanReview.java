package dev.startide.warehouse.plan;

import dev.startide.warehouse.plan.PlannedChange.Filling;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Everything that a plan means: its changes, and what exists that the model does not want any more.
///
/// @param changes in the order in which they are made
/// @param leftOver what stays although nobody wants it; nothing is ever dropped by a plan
public record PlanReview(SchemaPlan plan, List<PlannedChange> changes, List<LeftOver> leftOver) {

    public PlanReview {
        changes = List.copyOf(changes);
        leftOver = List.copyOf(leftOver);
    }

    /// Something that exists and that the model does not have.
    public sealed interface LeftOver {

        /// A table or a view.
        record OfTable(TableName name) implements LeftOver {}

        /// A column, which is null in rows that are written from now on.
        record OfColumn(TableName table, ColumnName column) implements LeftOver {}
    }

    /// What it means to come from one schema to another.
    public static PlanReview between(WarehouseSchema existing, WarehouseSchema wanted) {
        SchemaPlan plan = SchemaDiff.between(existing, wanted);
        return new PlanReview(
                plan,
                plan.changes().stream()
                        .map(change -> PlannedChange.of(change, existing))
                        .toList(),
                leftOver(existing, wanted));
    }

    /// The changes of a class.
    public List<PlannedChange> of(ChangeClass kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /// The tables whose rows lack values that only the raw log has, each once.
    public List<TableName> toFill() {
        return changes.stream()
                .filter(change -> change.filling() == Filling.FROM_RAW_LOG)
                .map(change -> change.change().target())
                .distinct()
                .toList();
    }

    private static List<LeftOver> leftOver(WarehouseSchema existing, WarehouseSchema wanted) {
        Collection<TableName> views = wanted.views().stream().map(View::name).toList();
        List<LeftOver> left = new ArrayList<>();
        for (Table table : existing.tables()) {
            wanted.table(table.name())
                    .ifPresentOrElse(
                            same -> table.columns().stream()
                                    .map(Column::name)
                                    .filter(column -> same.column(column).isEmpty())
                                    .forEach(column -> left.add(new LeftOver.OfColumn(table.name(), column))),
                            () -> left.add(new LeftOver.OfTable(table.name())));
        }
        existing.views().stream()
                .map(View::name)
                .filter(view -> !views.contains(view))
                .forEach(view -> left.add(new LeftOver.OfTable(view)));
        return left;
    }
}
